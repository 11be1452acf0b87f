package uk.jointdesk.finance.apportionment.domain;

import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * A partner whose amount fell although neither the total nor its part of it did. Largest remainder keeps everybody within
 * a penny of the exact quota, and pays for that with this: as the total grows by a penny, the odd pennies may go to
 * others (found in the United States census of 1880, where Alabama would have had 8 of 299 seats and 7 of 300). It is
 * one penny, never more, and the next penny of cost may bring it back.
 */
public record UnexplainedFall(Kind kind, String partner, Money before, Money after) {

    /** What grew while the amount fell. */
    public enum Kind {
        /** The total, all parts staying as they were: the Alabama paradox. */
        TOTAL_GREW,
        /** The partner's part, or the parts of others among themselves: the population paradox. */
        PARTS_MOVED
    }

    /** By how much; the size of it, for credits too. */
    public Money fall() {
        return Money.ofPence(Math.abs(before.pence()) - Math.abs(after.pence()));
    }

    /** Falls between two divisions of totals of the same sign, the later not smaller; by partner code. */
    public static List<UnexplainedFall> between(Apportionment earlier, Apportionment later) {
        boolean comparable =
                earlier.total().signum() * later.total().signum() > 0 && size(later.total()) >= size(earlier.total());
        if (!comparable) {
            return List.of();
        }
        List<UnexplainedFall> falls = new ArrayList<>();
        boolean sameParts = parts(earlier).equals(parts(later));
        for (Share after : later.shares()) {
            earlier.shares().stream()
                    .filter(before -> before.partner().equals(after.partner()) && isUnexplained(before, after))
                    .map(before -> new UnexplainedFall(
                            sameParts ? Kind.TOTAL_GREW : Kind.PARTS_MOVED,
                            after.partner(),
                            before.amount(),
                            after.amount()))
                    .forEach(falls::add);
        }
        return List.copyOf(falls);
    }

    private static boolean isUnexplained(Share before, Share after) {
        return size(after.amount()) < size(before.amount()) && after.fraction().compareTo(before.fraction()) >= 0;
    }

    private static List<Fraction> parts(Apportionment divided) {
        return divided.shares().stream().map(Share::fraction).toList();
    }

    private static long size(Money amount) {
        return Math.abs(amount.pence());
    }
}
