package uk.jointdesk.kpi.restatement.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.restatement.domain.CellChange;
import uk.jointdesk.kpi.restatement.domain.Restatement;

/** An entry of the register of restatements. */
public record RestatementView(
        String id,
        String pack,
        Restatement.Status status,
        Instant detectedAt,
        Effect effect,
        List<ChangeView> changes,
        String reason,
        Instant decidedAt,
        Map<String, String> decidedBy,
        String restatedPack) {

    /** How many cells become another, and how many of them are judged another. */
    public record Effect(int cells, int judgements) {}

    public record Value(String value, Long numerator, Long denominator, List<Amount.Excluded> excluded, String rag) {
        static Value of(Amount amount, String rag) {
            return amount == null
                    ? null
                    : new Value(amount.value(), amount.numerator(), amount.denominator(), amount.excluded(), rag);
        }
    }

    /** One cell, as it was published and as it is now, and the tickets that changed it. */
    public record ChangeView(
            String cell,
            String definition,
            Map<String, String> at,
            Value before,
            Value now,
            List<CellChange.TicketChange> tickets) {
        static ChangeView of(CellChange change) {
            return new ChangeView(
                    change.cell(),
                    change.definition(),
                    change.at(),
                    Value.of(change.before(), change.ragBefore()),
                    Value.of(change.now(), change.ragNow()),
                    change.tickets());
        }
    }

    static RestatementView of(Restatement entry) {
        int judgements = (int)
                entry.changes().stream().filter(CellChange::changesJudgement).count();
        return new RestatementView(
                entry.id(),
                entry.pack(),
                entry.status(),
                entry.detectedAt(),
                new Effect(entry.changes().size(), judgements),
                entry.changes().stream().map(ChangeView::of).toList(),
                entry.reason(),
                entry.decidedAt(),
                entry.decider() == null
                        ? null
                        : Map.of(
                                "client",
                                entry.decider().client(),
                                "subject",
                                entry.decider().subject()),
                entry.restatedPack());
    }
}
