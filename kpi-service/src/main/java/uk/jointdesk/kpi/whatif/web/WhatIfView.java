package uk.jointdesk.kpi.whatif.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.compliance.domain.Score;
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
 * @param credits service credits that would change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WhatIfAnswer")
public record WhatIfView(
        List<CellView> items,
        long judged,
        long judgedFromEvents,
        long ticketsChanged,
        long ragChanged,
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

    /** A service credit as it is and as it would be. */
    @Schema(name = "WhatIfCredit")
    public record CreditView(String period, String kpi, Money before, Money after) {}

    /** Pounds and pence. */
    @Schema(name = "WhatIfMoney")
    public record Money(String amount, String currency) {
        static Money ofPence(long pence) {
            return new Money(BigDecimal.valueOf(pence, 2).toPlainString(), "GBP");
        }
    }

    static CellView cell(CellChange change) {
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

    static CreditView credit(ServicePoints.CreditChange change) {
        return new CreditView(
                change.period(), change.kpi(), Money.ofPence(change.before()), Money.ofPence(change.after()));
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
