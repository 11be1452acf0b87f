package uk.jointdesk.finance.apportionment.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * What one billed partner pays, with what of it is its own and what its sub-bodies'.
 *
 * @param fraction of the whole cost
 * @param within empty for a partner without sub-bodies; else itself and they, adding up to the line; their fractions
 *     are of the whole cost too
 */
public record Line(String partner, Money amount, Fraction fraction, List<Share> within) {

    public Line {
        within = List.copyOf(within);
        if (!within.isEmpty()) {
            checkWithin(partner, amount, within);
        }
    }

    private static void checkWithin(String partner, Money amount, List<Share> within) {
        Money sum = Money.sum(within.stream().map(Share::amount).toList());
        if (!sum.equals(amount)) {
            throw new IllegalStateException("sub-bodies of " + partner + " pay " + sum + " of " + amount);
        }
    }

    /** A cost by weight: sub-bodies are billed under their parent, whose line is then divided among it and them. */
    public static List<Line> of(Money cost, Weights weights, Members members) {
        return Billing.by(weights, members).of(cost);
    }

    /** The line as a part of something bigger. */
    Line scaled(Fraction part) {
        List<Share> scaled = within.stream()
                .map(share -> new Share(
                        share.partner(), share.amount(), share.fraction().times(part)))
                .toList();
        return new Line(partner, amount, fraction.times(part), scaled);
    }

    /** Lines of several terms added up by partner, and within each by sub-body. */
    static List<Line> sum(List<Line> lines) {
        SortedMap<String, Line> byPartner = new TreeMap<>();
        lines.forEach(line -> byPartner.merge(line.partner(), line, Line::plus));
        return List.copyOf(byPartner.values());
    }

    private Line plus(Line other) {
        SortedMap<String, Share> rows = new TreeMap<>();
        if (!within.isEmpty() || !other.within.isEmpty()) {
            rows().forEach(share -> rows.put(share.partner(), share));
            other.rows().forEach(share -> rows.merge(share.partner(), share, Line::plus));
        }
        return new Line(partner, amount.plus(other.amount), fraction.plus(other.fraction), List.copyOf(rows.values()));
    }

    /** The line's own rows: itself alone where it has no sub-bodies. */
    private List<Share> rows() {
        return within.isEmpty() ? List.of(new Share(partner, amount, fraction)) : within;
    }

    private static Share plus(Share one, Share other) {
        return new Share(
                one.partner(), one.amount().plus(other.amount()), one.fraction().plus(other.fraction()));
    }
}
