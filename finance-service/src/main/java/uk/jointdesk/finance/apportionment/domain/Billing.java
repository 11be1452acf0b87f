package uk.jointdesk.finance.apportionment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Who is billed for a cost and whom it pays for: sub-bodies are billed under their parent, whose line is then divided
 * among it and them. Made ready once for any number of costs, since weights do not change from cost to cost.
 */
final class Billing {
    private final List<Row> rows;
    private final LargestRemainder among;

    /**
     * One line of the bill.
     *
     * @param within partners in it with their fractions, empty where it pays for itself alone
     * @param amongWithin null where nothing within is to be divided
     */
    private record Row(String partner, Fraction fraction, List<Share> within, LargestRemainder amongWithin) {

        Line of(Money amount) {
            if (amongWithin == null) {
                return new Line(partner, amount, fraction, within);
            }
            List<Money> amounts = amongWithin.divide(amount);
            List<Share> shares = new ArrayList<>(within.size());
            for (int i = 0; i < within.size(); i++) {
                Share share = within.get(i);
                shares.add(new Share(share.partner(), amounts.get(i), share.fraction()));
            }
            return new Line(partner, amount, fraction, shares);
        }
    }

    private Billing(List<Row> rows) {
        this.rows = rows;
        this.among = LargestRemainder.of(rows.stream().map(Row::fraction).toList());
    }

    static Billing by(Weights weights, Members members) {
        SortedMap<String, SortedMap<String, Fraction>> within = new TreeMap<>();
        weights.byPartner()
                .forEach((partner, weight) -> within.computeIfAbsent(members.billed(partner), any -> new TreeMap<>())
                        .put(partner, weight));
        return new Billing(weights.groupedBy(members::billed).fractions().entrySet().stream()
                .map(billed -> row(billed.getKey(), billed.getValue(), within.get(billed.getKey())))
                .toList());
    }

    private static Row row(String partner, Fraction fraction, SortedMap<String, Fraction> within) {
        if (within.size() == 1 && within.containsKey(partner)) {
            return new Row(partner, fraction, List.of(), null);
        }
        if (fraction.signum() == 0) {
            List<Share> nothing = within.keySet().stream()
                    .map(other -> new Share(other, Money.ZERO, Fraction.ZERO))
                    .toList();
            return new Row(partner, fraction, nothing, null);
        }
        List<Share> shares = Weights.of(within).fractions().entrySet().stream()
                .map(part ->
                        new Share(part.getKey(), Money.ZERO, part.getValue().times(fraction)))
                .toList();
        return new Row(partner, fraction, shares, LargestRemainder.of(List.copyOf(within.values())));
    }

    /** One line for each billed partner, adding up to the cost. */
    List<Line> of(Money cost) {
        List<Money> amounts = among.divide(cost);
        List<Line> lines = new ArrayList<>(rows.size());
        for (int i = 0; i < amounts.size(); i++) {
            lines.add(rows.get(i).of(amounts.get(i)));
        }
        return lines;
    }
}
