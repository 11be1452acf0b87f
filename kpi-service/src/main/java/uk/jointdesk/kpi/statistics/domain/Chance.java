package uk.jointdesk.kpi.statistics.domain;

import java.math.BigDecimal;

/**
 * Whether two counts differ by more than tickets come and go anyway. If the same number was to be expected in both
 * periods, their difference varies with the square root of their sum (two Poisson counts, normal approximation, 95 %).
 */
public final class Chance {

    public static final String METHOD =
            "More than chance: the difference of two counts is larger than 1.96 times the square root of their sum";

    private static final BigDecimal SQUARE = Wilson.Z.multiply(Wilson.Z);

    private Chance() {}

    public static boolean isExceededBetween(long one, long other) {
        BigDecimal difference = BigDecimal.valueOf(one).subtract(BigDecimal.valueOf(other));
        BigDecimal sum = BigDecimal.valueOf(one).add(BigDecimal.valueOf(other));
        return difference.multiply(difference).compareTo(SQUARE.multiply(sum)) > 0;
    }
}
