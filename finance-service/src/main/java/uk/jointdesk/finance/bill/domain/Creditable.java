package uk.jointdesk.finance.bill.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.jointdesk.finance.apportionment.domain.Apportionment;
import uk.jointdesk.finance.apportionment.domain.Weights;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * What is left of an invoice to take back: of each of its lines, and of each body whose it is.
 *
 * @param lines in the order of the invoice's
 * @param within in the order of the invoice's
 */
public record Creditable(Bill bill, List<Money> lines, List<Contribution.Within> within) {

    public Creditable {
        lines = List.copyOf(lines);
        within = List.copyOf(within);
    }

    /**
     * What earlier credit notes took back, as they write it: below zero for a line above it.
     *
     * @param lines by the number of the invoice's line, counted from 1
     * @param within by partner code
     */
    public record Taken(Map<Integer, Money> lines, Map<String, Money> within) {
        public static final Taken NOTHING = new Taken(Map.of(), Map.of());
    }

    public static Creditable of(Bill bill, Taken taken) {
        List<BillLine> billed = bill.draft().due().lines();
        List<Money> lines = IntStream.range(0, billed.size())
                .mapToObj(i -> billed.get(i).amount().plus(taken.lines().getOrDefault(i + 1, Money.ZERO)))
                .toList();
        List<Contribution.Within> within = bill.draft().due().within().stream()
                .map(part -> new Contribution.Within(
                        part.partner(), part.amount().plus(taken.within().getOrDefault(part.partner(), Money.ZERO))))
                .toList();
        return new Creditable(bill, lines, within);
    }

    public Money total() {
        return Money.sum(lines);
    }

    /** Lines that come to nothing together are no credit either. */
    public boolean isNothing() {
        return total().isZero();
    }

    /**
     * Whose a part of it is: everybody's in proportion to what is left of theirs, by largest remainder, and never more
     * than that. Whoever is owed something on the invoice keeps it until all of it is taken back.
     */
    List<Contribution.Within> share(List<Money> parts) {
        if (parts.equals(lines)) {
            return within;
        }
        SortedMap<String, Fraction> left = new TreeMap<>();
        within.stream()
                .filter(part -> part.amount().signum() > 0)
                .forEach(part ->
                        left.put(part.partner(), Fraction.of(part.amount().pence(), 1)));
        List<Contribution.Within> shares = new ArrayList<>();
        Apportionment.of(Money.sum(parts), Weights.of(left)).shares().stream()
                .filter(share -> !share.amount().isZero())
                .forEach(share -> shares.add(new Contribution.Within(share.partner(), share.amount())));
        return shares;
    }
}
