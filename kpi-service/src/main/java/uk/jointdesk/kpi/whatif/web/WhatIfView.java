package uk.jointdesk.kpi.whatif.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.credit.web.MoneyView;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.whatif.domain.CellChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints;

/**
 * What would change.
 *
 * @param judged how many tickets were judged again, each once
 * @param judgedFromEvents how many of them from their events, the rest in bulk
 * @param ticketsChanged how many would have another outcome
 * @param ragChanged how many cells would have another colour
 * @param servicePoints points of KPIs that would change; left out for who may not read what is exempt
 * @param credits what months would cost instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WhatIfAnswer")
public record WhatIfView(
        List<CellView> items,
        long judged,
        long judgedFromEvents,
        long ticketsChanged,
        long ragChanged,
        List<PointsView> servicePoints,
        List<CreditView> credits,
        Explanation.Definition definition,
        String zone,
        Instant asAt) {

    /** A cell as it is and as it would be. */
    @Schema(name = "WhatIfCell")
    public record CellView(
            String priority,
            String partner,
            String period,
            LocalDate from,
            LocalDate to,
            boolean partial,
            Side before,
            Side after,
            long ticketsChanged,
            boolean ragChanged) {}

    /** A compliance figure; withoutTarget tickets are outside measured. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WhatIfSide")
    public record Side(
            long met,
            long measured,
            long withoutTarget,
            @JsonInclude(JsonInclude.Include.ALWAYS) String percent,
            String targetPercent,
            Rag rag) {}

    /** The service points of a KPI in a month, after mitigation, as they are and as they would be. */
    @Schema(name = "WhatIfPoints")
    public record PointsView(String family, String period, String kpi, int before, int after) {}

    /** What a month costs a supplier, as it is and as it would be. */
    @Schema(name = "WhatIfCredit")
    public record CreditView(String family, String period, CostView before, CostView after) {}

    /** Points, the per cent of the monthly charge they cost, and the pounds where a monthly charge was sent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WhatIfCost")
    public record CostView(int points, String percent, MoneyView credit) {
        static CostView of(ServicePoints.Cost cost) {
            return new CostView(
                    cost.points(),
                    cost.percent().toPlainString(),
                    cost.pence().isPresent() ? MoneyView.ofPence(cost.pence().getAsLong()) : null);
        }
    }

    /** @param everyCell also those that would not change */
    static WhatIfView of(boolean everyCell, Explanation.Definition definition, AsAt<WhatIfs.Tried> tried) {
        List<CellChange> cells = tried.figures().cells();
        List<CellChange> changed = cells.stream().filter(CellChange::isChange).toList();
        return new WhatIfView(
                (everyCell ? cells : changed).stream().map(WhatIfView::cell).toList(),
                tried.figures().judged(),
                tried.figures().askedTheClock(),
                ticketsChanged(cells),
                changed.stream().filter(CellChange::ragChanges).count(),
                points(tried.figures().costs()),
                credits(tried.figures().costs()),
                definition,
                Explanation.ZONE,
                tried.instant());
    }

    private static long ticketsChanged(List<CellChange> cells) {
        return cells.stream()
                .filter(change -> Cell.ALL.equals(change.cell().partner()))
                .mapToLong(CellChange::tickets)
                .sum();
    }

    private static List<PointsView> points(ServicePoints.Changes costs) {
        return costs.points().stream()
                .map(change ->
                        new PointsView(change.family(), change.month(), change.kpi(), change.before(), change.after()))
                .toList();
    }

    private static List<CreditView> credits(ServicePoints.Changes costs) {
        return costs.credits().stream()
                .map(change -> new CreditView(
                        change.family(), change.month(), CostView.of(change.before()), CostView.of(change.after())))
                .toList();
    }

    private static CellView cell(CellChange change) {
        return new CellView(
                change.cell().priority(),
                change.cell().partner(),
                change.period().label(),
                change.period().from(),
                change.period().to(),
                change.period().partial(),
                side(change.before()),
                side(change.after()),
                change.tickets(),
                change.ragChanges());
    }

    private static Side side(CellChange.Side side) {
        Score score = side.score();
        return new Side(
                score.met(),
                score.measured(),
                score.excluded().getOrDefault(Exclusion.NO_TARGET, 0L),
                score.fraction().map(Fraction::percent).orElse(null),
                side.threshold()
                        .map(level -> level.target().setScale(2).toPlainString())
                        .orElse(null),
                side.rag().orElse(null));
    }
}
