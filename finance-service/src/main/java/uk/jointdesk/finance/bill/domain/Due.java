package uk.jointdesk.finance.bill.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Money;

/**
 * What one partner is to pay, line by line, and whose of it and its sub-bodies it is.
 *
 * @param lines by kind and code
 * @param within by partner code; never empty, and adding up to the lines
 */
public record Due(String partner, List<BillLine> lines, List<Contribution.Within> within) {

    public Due {
        lines = List.copyOf(lines);
        within = List.copyOf(within);
        Money sum = Money.sum(within.stream().map(Contribution.Within::amount).toList());
        if (!sum.equals(total(lines))) {
            throw new IllegalStateException("sub-bodies of " + partner + " pay " + sum + " of " + total(lines));
        }
    }

    public static Due nothing(String partner) {
        return new Due(partner, List.of(), List.of());
    }

    /** All of it is the partner's own. */
    public static Due own(String partner, List<BillLine> lines) {
        return new Due(partner, lines, List.of(new Contribution.Within(partner, total(lines))));
    }

    public Money total() {
        return total(lines);
    }

    static Money total(List<BillLine> lines) {
        return Money.sum(lines.stream().map(BillLine::amount).toList());
    }

    /** What is left to pay when something was billed before; lines that come to nothing are left out. */
    public Due minus(Due billed) {
        SortedMap<BillLine.Key, BillLine> rest = new TreeMap<>();
        lines.forEach(line -> rest.put(line.key(), line));
        billed.lines.forEach(line -> rest.merge(
                line.key(), line.with(line.amount().negated(), before(Money.ZERO, line.amount())), Due::less));
        SortedMap<String, Money> parts = new TreeMap<>();
        within.forEach(part -> parts.merge(part.partner(), part.amount(), Money::plus));
        billed.within.forEach(part -> parts.merge(part.partner(), part.amount().negated(), Money::plus));
        return new Due(
                partner,
                rest.values().stream().filter(line -> !line.amount().isZero()).toList(),
                within(parts));
    }

    private static BillLine less(BillLine now, BillLine negated) {
        Money billed = negated.amount().negated();
        return now.with(now.amount().plus(negated.amount()), now.note() + "; " + before(now.amount(), billed));
    }

    private static String before(Money now, Money billed) {
        return "due " + now + " less billed " + billed;
    }

    private static List<Contribution.Within> within(SortedMap<String, Money> parts) {
        List<Contribution.Within> within = new ArrayList<>();
        parts.forEach((partner, amount) -> within.add(new Contribution.Within(partner, amount)));
        return within;
    }

    /** Two things due at once, as several bills of a year are. */
    public Due plus(Due other) {
        Due negated = new Due(
                partner,
                other.lines.stream()
                        .map(line -> line.with(line.amount().negated(), line.note()))
                        .toList(),
                other.within.stream()
                        .map(part -> new Contribution.Within(
                                part.partner(), part.amount().negated()))
                        .toList());
        return minus(negated);
    }
}
