package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What a credit note takes back of an invoice, line by line.
 *
 * @param lines for each line of the draft the number of the invoice's line that it takes back, counted from 1
 */
public record Correction(BillDraft draft, List<Integer> lines) {

    public Correction {
        lines = List.copyOf(lines);
    }

    /**
     * A part of one line.
     *
     * @param line of the invoice, counted from 1
     * @param amount with the sign of the line
     */
    public record Part(int line, Money amount) {}

    /** Everything that is left: the mirror of an invoice of which nothing was taken back before. */
    public static Correction whole(Creditable left, LocalDate on) {
        checkInvoice(left.bill());
        return of(left, left.lines(), on);
    }

    /**
     * Parts of some lines.
     *
     * @throws RuleBroken {@code bill-line-unknown}, {@code bill-line-twice}, {@code credit-exceeds-line} (also when
     *     nothing is taken or the sign is another), {@code credit-exceeds-bill}, {@code credit-not-positive},
     *     {@code credit-note-final}
     */
    public static Correction partial(Creditable left, List<Part> parts, LocalDate on) {
        checkInvoice(left.bill());
        List<Money> taken = new ArrayList<>(Collections.nCopies(left.lines().size(), Money.ZERO));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            checkLine(left, taken, part, "/lines/" + i);
            taken.set(part.line() - 1, part.amount());
        }
        checkTotal(left, Money.sum(taken));
        return of(left, taken, on);
    }

    /** What a credit note got wrong, the next run puts right. */
    private static void checkInvoice(Bill bill) {
        if (bill.kind() == Bill.Kind.CREDIT_NOTE) {
            throw new RuleBroken(
                    "credit-note-final", "", "A credit note is not taken back; another run bills the rest.");
        }
    }

    private static void checkLine(Creditable left, List<Money> taken, Part part, String pointer) {
        int index = part.line() - 1;
        if (index < 0 || index >= taken.size()) {
            throw new RuleBroken("bill-line-unknown", pointer + "/line", "The bill has no such line.");
        }
        if (!taken.get(index).isZero()) {
            throw new RuleBroken("bill-line-twice", pointer + "/line", "Each line is named once.");
        }
        Money open = left.lines().get(index);
        boolean within = part.amount().signum() == open.signum() && size(part.amount()) <= size(open);
        if (part.amount().isZero() || !within) {
            throw new RuleBroken(
                    "credit-exceeds-line", pointer + "/amount", "Of line " + part.line() + ", " + open + " is left.");
        }
    }

    private static long size(Money amount) {
        return Math.abs(amount.pence());
    }

    private static void checkTotal(Creditable left, Money total) {
        if (total.signum() <= 0) {
            throw new RuleBroken(
                    "credit-not-positive", "/lines", "The lines come to " + total + ": that is no credit.");
        }
        if (total.compareTo(left.total()) > 0) {
            throw new RuleBroken("credit-exceeds-bill", "/lines", "Of the bill, " + left.total() + " is left.");
        }
    }

    private static Correction of(Creditable left, List<Money> taken, LocalDate on) {
        List<BillLine> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            if (!taken.get(i).isZero()) {
                lines.add(line(left.bill(), i, taken.get(i)));
                numbers.add(i + 1);
            }
        }
        BillDraft billed = left.bill().draft();
        Due mirror = new Due(billed.partner(), lines, mirrored(left.share(taken)));
        return new Correction(new BillDraft(mirror, billed.part(), billed.parts(), on), numbers);
    }

    private static BillLine line(Bill bill, int index, Money taken) {
        BillLine line = bill.draft().due().lines().get(index);
        String part =
                taken.equals(line.amount()) ? "" : taken + " of " + line.amount() + ", line " + (index + 1) + " of ";
        return line.with(taken.negated(), "takes back " + part + bill.number());
    }

    private static List<Contribution.Within> mirrored(List<Contribution.Within> within) {
        return within.stream()
                .map(part ->
                        new Contribution.Within(part.partner(), part.amount().negated()))
                .toList();
    }
}
