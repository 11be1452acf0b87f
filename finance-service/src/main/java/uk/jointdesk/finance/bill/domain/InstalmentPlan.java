package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.jointdesk.finance.apportionment.domain.LargestRemainder;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * When a sum is to be paid, and in what parts. The sum of a partner is divided by largest remainder; its lines are
 * divided so that every running subtotal is the division of the subtotal so far. So lines add up to their instalment,
 * instalments add up to each line, and both to the sum.
 *
 * @param parts in the order they fall due, at most twelve
 */
public record InstalmentPlan(List<Part> parts) {
    private static final int MOST = 12;

    /** @param weight above zero; only proportions matter */
    public record Part(LocalDate dueOn, Fraction weight) {}

    /** @throws RuleBroken {@code instalments-out-of-range}, {@code instalments-disordered}, {@code instalment-empty} */
    public InstalmentPlan {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MOST) {
            throw new RuleBroken("instalments-out-of-range", "/instalments", "There are 1 to 12 instalments.");
        }
        for (int i = 0; i < parts.size(); i++) {
            check(parts, i);
        }
    }

    private static void check(List<Part> parts, int index) {
        String pointer = "/instalments/parts/" + index;
        if (parts.get(index).weight().signum() <= 0) {
            throw new RuleBroken("instalment-empty", pointer + "/percent", "Every instalment has a part above zero.");
        }
        if (index > 0 && !parts.get(index).dueOn().isAfter(parts.get(index - 1).dueOn())) {
            throw new RuleBroken("instalments-disordered", pointer + "/dueOn", "Each falls due after the one before.");
        }
    }

    /** Equal parts over a year, the first on a day: four are a quarter apart. */
    public static InstalmentPlan equal(int count, LocalDate firstDueOn) {
        if (count < 1 || count > MOST || MOST % count != 0) {
            throw new RuleBroken(
                    "instalments-out-of-range", "/instalments/count", "Equal instalments are 1, 2, 3, 4, 6 or 12.");
        }
        return new InstalmentPlan(IntStream.range(0, count)
                .mapToObj(i -> new Part(firstDueOn.plusMonths((long) i * MOST / count), Fraction.ONE))
                .toList());
    }

    public static InstalmentPlan once(LocalDate dueOn) {
        return new InstalmentPlan(List.of(new Part(dueOn, Fraction.ONE)));
    }

    /** One due for each part. */
    public List<Due> split(Due due) {
        List<List<Money>> lines =
                table(due.lines().stream().map(BillLine::amount).toList());
        List<List<Money>> within =
                table(due.within().stream().map(Contribution.Within::amount).toList());
        return IntStream.range(0, parts.size())
                .mapToObj(part -> new Due(due.partner(), lines(due, lines, part), within(due, within, part)))
                .toList();
    }

    private List<BillLine> lines(Due due, List<List<Money>> table, int part) {
        String which = parts.size() == 1 ? "" : "; instalment " + (part + 1) + " of " + parts.size();
        return IntStream.range(0, table.size())
                .mapToObj(i -> due.lines()
                        .get(i)
                        .with(table.get(i).get(part), due.lines().get(i).note() + which))
                .filter(line -> !line.amount().isZero())
                .toList();
    }

    private static List<Contribution.Within> within(Due due, List<List<Money>> table, int part) {
        return IntStream.range(0, table.size())
                .mapToObj(i -> new Contribution.Within(
                        due.within().get(i).partner(), table.get(i).get(part)))
                .toList();
    }

    /** For each row its amount in each part. */
    private List<List<Money>> table(List<Money> rows) {
        LargestRemainder byWeight =
                LargestRemainder.of(parts.stream().map(Part::weight).toList());
        List<List<Money>> table = new ArrayList<>();
        Money running = Money.ZERO;
        List<Money> before = byWeight.divide(running);
        for (Money row : rows) {
            running = running.plus(row);
            List<Money> now = byWeight.divide(running);
            table.add(difference(now, before));
            before = now;
        }
        return table;
    }

    private static List<Money> difference(List<Money> now, List<Money> before) {
        return IntStream.range(0, now.size())
                .mapToObj(i -> now.get(i).minus(before.get(i)))
                .toList();
    }
}
