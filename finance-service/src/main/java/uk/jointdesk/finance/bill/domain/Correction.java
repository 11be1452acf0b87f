package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** The mirror of an invoice, line by line. */
public final class Correction {
    private Correction() {}

    /** @throws RuleBroken {@code credit-note-final}: what a credit note got wrong, the next run puts right */
    public static BillDraft of(Bill bill, LocalDate on) {
        if (bill.kind() == Bill.Kind.CREDIT_NOTE) {
            throw new RuleBroken(
                    "credit-note-final", "", "A credit note is not taken back; another run bills the rest.");
        }
        Due due = bill.draft().due();
        Due mirror = new Due(
                due.partner(),
                due.lines().stream()
                        .map(line -> line.with(line.amount().negated(), "takes back " + bill.number()))
                        .toList(),
                due.within().stream()
                        .map(part -> new Contribution.Within(
                                part.partner(), part.amount().negated()))
                        .toList());
        return new BillDraft(mirror, bill.draft().part(), bill.draft().parts(), on);
    }
}
