package uk.jointdesk.kpi.headline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.web.CellLink;

/**
 * A cell that words are bound to.
 *
 * @param value per cent to two places, or tickets; null where nothing was measured
 * @param drill where its tickets are listed; left out for published figures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HeadlineCell")
public record CellView(
        String measure,
        String priority,
        String partner,
        String period,
        LocalDate from,
        LocalDate to,
        @JsonInclude(JsonInclude.Include.ALWAYS) String value,
        Long numerator,
        Long denominator,
        boolean smallNumber,
        String drill) {

    /** @param asked which tickets the figures are about */
    static List<CellView> of(List<Figure> figures, Filter asked) {
        return figures.stream().map(figure -> of(figure, asked)).toList();
    }

    private static CellView of(Figure figure, Filter asked) {
        return new CellView(
                figure.measure().toString(),
                figure.priority(),
                figure.partner(),
                figure.period(),
                figure.from(),
                figure.to(),
                figure.value()
                        .map(value -> figure.measure().isRatio() ? value.percent() : value.decimal(0))
                        .orElse(null),
                figure.seen().map(Observation::numerator).orElse(null),
                figure.seen().map(Observation::denominator).orElse(null),
                figure.isSmall(),
                figure.seen().map(seen -> drill(figure, asked)).orElse(null));
    }

    private static String drill(Figure figure, Filter asked) {
        Cell cell = new Cell(figure.priority(), figure.partner(), 0, null, null);
        return CellLink.of(figure.measure().drillSet(), cell, asked.ofPriorities(Set.of()), figure.from(), figure.to());
    }
}
