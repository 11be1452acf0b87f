package uk.jointdesk.kpi.published.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.published.domain.Finding;
import uk.jointdesk.kpi.published.domain.PublishedFigure;
import uk.jointdesk.kpi.published.domain.PublishedPeriod;
import uk.jointdesk.kpi.published.domain.PublishedTable;
import uk.jointdesk.kpi.published.store.PublishedStore.Recorded;

/**
 * A published table with what is wrong with it.
 *
 * @param figures left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PublishedTable")
public record PublishedView(
        String id,
        String title,
        String source,
        String scope,
        LocalDate asAt,
        Instant recordedAt,
        int figureCount,
        List<PublishedDocument.Figure> figures,
        List<FindingView> findings) {

    /** Something a reader must know, and the figures it is about. */
    @Schema(name = "PublishedFinding")
    public record FindingView(Finding.Kind kind, String message, List<PublishedDocument.Figure> figures) {}

    static PublishedView whole(Recorded recorded, List<Finding> findings) {
        return of(recorded, recorded.table().figures(), findings);
    }

    static PublishedView listed(Recorded recorded, List<Finding> findings) {
        return of(recorded, null, findings);
    }

    private static PublishedView of(Recorded recorded, List<PublishedFigure> figures, List<Finding> findings) {
        PublishedTable table = recorded.table();
        return new PublishedView(
                table.id(),
                table.title(),
                table.source(),
                table.scope(),
                table.asAt(),
                recorded.at(),
                table.figures().size(),
                figures == null ? null : figures(figures),
                findings.stream()
                        .map(finding -> new FindingView(finding.kind(), finding.message(), figures(finding.figures())))
                        .toList());
    }

    private static List<PublishedDocument.Figure> figures(List<PublishedFigure> figures) {
        return figures.stream().map(PublishedView::figure).toList();
    }

    private static PublishedDocument.Figure figure(PublishedFigure figure) {
        PublishedPeriod period = figure.period();
        return new PublishedDocument.Figure(
                figure.measure(),
                figure.series(),
                figure.priority(),
                figure.partner(),
                new PublishedDocument.Period(period.label(), period.from(), period.to(), period.statedMonths()),
                decimal(figure.value()),
                decimal(figure.total()),
                figure.scope());
    }

    private static String decimal(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
