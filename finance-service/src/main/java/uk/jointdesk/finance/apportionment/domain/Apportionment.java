package uk.jointdesk.finance.apportionment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * A total divided among partners, to the penny. It cannot exist unless its shares add up to the total.
 *
 * @param shares by partner code, ascending; a weight of zero is a share of nothing
 * @param rule how the odd pennies were given
 */
public record Apportionment(Money total, List<Share> shares, RemainderRule rule) {

    public Apportionment {
        shares = List.copyOf(shares);
        Money sum = Money.sum(shares.stream().map(Share::amount).toList());
        if (!sum.equals(total)) {
            throw new IllegalStateException("shares of " + sum + " for a total of " + total);
        }
    }

    /** Divides a total, which may be negative, in proportion to the weights. */
    public static Apportionment of(Money total, Weights weights) {
        return divide(total, weights.fractions());
    }

    /** @param fractions adding up to one */
    private static Apportionment divide(Money total, SortedMap<String, Fraction> fractions) {
        List<Fraction> parts = List.copyOf(fractions.values());
        List<Money> amounts = LargestRemainder.divide(total, parts);
        List<Share> shares = new ArrayList<>();
        for (String partner : fractions.keySet()) {
            int i = shares.size();
            shares.add(new Share(partner, amounts.get(i), parts.get(i)));
        }
        return new Apportionment(total, shares, RemainderRule.LARGEST_REMAINDER);
    }

    /** Zero for a partner that is not in it. */
    public Money amountOf(String partner) {
        return shares.stream()
                .filter(share -> share.partner().equals(partner))
                .map(Share::amount)
                .findFirst()
                .orElse(Money.ZERO);
    }
}
