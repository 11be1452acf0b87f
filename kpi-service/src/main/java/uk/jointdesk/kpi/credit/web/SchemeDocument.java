package uk.jointdesk.kpi.credit.web;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.credit.domain.Band;
import uk.jointdesk.kpi.credit.domain.Scheme;
import uk.jointdesk.kpi.credit.domain.Step;
import uk.jointdesk.kpi.register.domain.DayBounds;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.web.Wording;

/** How missed targets become service points, and points a part of the charge, from a day on. */
@Schema(name = "ServicePointsScheme")
public record SchemeDocument(
        @NotBlank String family,
        @NotNull LocalDate from,

        @Schema(description = "From mild to severe") @NotEmpty @Size(max = 20)
        List<@NotNull @Valid BandDocument> bands,

        @Schema(description = "Of the points of a miss when the month before was missed too") @NotNull @Min(1) @Max(10)
        Integer repeatMultiplier,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid StepDocument> steps,

        @Schema(description = "The part of a month's charge at risk") @NotNull @Pattern(regexp = PERCENT)
        String capPercent,

        @NotBlank @Size(max = Wording.NOTE) @Pattern(regexp = Wording.PLAIN)
        String source,

        @Size(max = Wording.REFERENCE) @Pattern(regexp = Wording.PLAIN)
        String ccn) {

    static final String PERCENT = "100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?";

    /** How bad a miss is: a colour, or a shortfall of more than so many points below the target. */
    @Schema(name = "ServicePointsBand")
    public record BandDocument(
            @NotBlank @Size(max = Wording.TITLE) @Pattern(regexp = Wording.PLAIN)
            String title,

            @Schema(description = "AMBER or RED") Rag colour,
            @Pattern(regexp = Wording.DECIMAL) String above,
            @NotNull @Min(0) @Max(100) Integer factor) {

        Band toBand(int place) {
            boolean byColour = colour == Rag.AMBER || colour == Rag.RED;
            if (byColour == (above != null)) {
                throw new RuleBroken("bands-refused", "/bands/" + place, "is for AMBER or RED, or has above");
            }
            return new Band(title, colour, above == null ? null : new BigDecimal(above), factor);
        }
    }

    /** From so many points on, so many per cent. */
    @Schema(name = "ServicePointsStep")
    public record StepDocument(
            @NotNull @Min(0) Integer points,
            @NotNull @Pattern(regexp = PERCENT) String percent) {}

    Scheme toScheme() {
        DayBounds.check(from, "/from");
        List<Band> worse = java.util.stream.IntStream.range(0, bands.size())
                .mapToObj(place -> bands.get(place).toBand(place))
                .toList();
        List<Step> more = steps.stream()
                .map(step -> new Step(step.points(), new BigDecimal(step.percent())))
                .toList();
        return new Scheme(family, from, worse, repeatMultiplier, more, new BigDecimal(capPercent), source, ccn)
                .checked();
    }

    static SchemeDocument of(Scheme scheme) {
        return new SchemeDocument(
                scheme.family(),
                scheme.from(),
                scheme.bands().stream().map(SchemeDocument::of).toList(),
                scheme.repeatMultiplier(),
                scheme.steps().stream()
                        .map(step -> new StepDocument(step.points(), plain(step.percent())))
                        .toList(),
                plain(scheme.capPercent()),
                scheme.source(),
                scheme.ccn());
    }

    private static BandDocument of(Band band) {
        return new BandDocument(band.title(), band.colour(), plain(band.above()), band.factor());
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
