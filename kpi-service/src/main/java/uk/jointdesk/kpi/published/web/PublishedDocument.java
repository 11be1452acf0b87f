package uk.jointdesk.kpi.published.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.published.domain.PublishedFigure;
import uk.jointdesk.kpi.published.domain.PublishedMeasure;
import uk.jointdesk.kpi.published.domain.PublishedPeriod;
import uk.jointdesk.kpi.published.domain.PublishedTable;

/**
 * A table as it was published elsewhere.
 *
 * @param source document and page; tables with the same source are held against each other
 * @param scope what is in and what is not, in the source's words
 * @param asAt the day up to which its facts were known
 */
public record PublishedDocument(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 200) String source,
        @NotBlank @Size(max = 500) String scope,
        @NotNull LocalDate asAt,
        @NotEmpty @Size(max = 5_000) List<@Valid @NotNull Figure> figures) {

    /**
     * One figure.
     *
     * @param series which of several rows, where neither priority nor partner tells
     * @param partner a code, ALL or UNATTRIBUTED
     * @param value a decimal, a percentage without its sign
     * @param total of an average: what it is the average of
     * @param scope where it differs from the table's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PublishedFigure")
    public record Figure(
            @NotNull PublishedMeasure measure,
            @Size(max = 100) String series,
            @Pattern(regexp = "P[1-4]") String priority,
            @Pattern(regexp = "[A-Z0-9]{1,16}") String partner,
            @NotNull @Valid Period period,
            @NotNull @Pattern(regexp = DECIMAL) String value,
            @Pattern(regexp = DECIMAL) String total,
            @Size(max = 500) String scope) {}

    /**
     * The days a figure is about, both included.
     *
     * @param months how many months the source says it is, if it says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PublishedPeriod")
    public record Period(
            @NotBlank @Size(max = 100) String label,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Min(1) @Max(600) Integer months) {}

    static final String DECIMAL = "-?\\d{1,12}(\\.\\d{1,6})?";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    PublishedTable toTable(String id) {
        List<PublishedFigure> read = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            read.add(figure(figures.get(i), "/figures/" + i));
        }
        return new PublishedTable(id, title, source, scope, asAt, read);
    }

    private PublishedFigure figure(Figure told, String pointer) {
        BigDecimal value = new BigDecimal(told.value);
        boolean percent = told.measure == PublishedMeasure.COMPLIANCE;
        if (percent && (value.signum() < 0 || value.compareTo(HUNDRED) > 0 || value.scale() > 2)) {
            throw refused(pointer + "/value", "A percentage lies between 0 and 100 and has at most two places.");
        }
        if (told.period.to.isBefore(told.period.from)) {
            throw refused(pointer + "/period/to", "The period ends before it begins.");
        }
        return new PublishedFigure(
                told.measure,
                told.series,
                told.priority,
                told.partner,
                new PublishedPeriod(told.period.label, told.period.from, told.period.to, told.period.months),
                value,
                told.total == null ? null : new BigDecimal(told.total),
                told.scope == null ? scope : told.scope);
    }

    private static Refusal refused(String pointer, String message) {
        return Refusal.refused("published-figure-impossible", message, new FieldError(pointer, message));
    }
}
