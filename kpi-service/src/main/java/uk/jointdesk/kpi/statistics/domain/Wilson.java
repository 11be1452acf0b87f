package uk.jointdesk.kpi.statistics.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The 95 % score interval of a ratio (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927): between which shares the true one lies, as far as so many tickets can tell. It never
 * leaves 0 to 1 and is not empty at either end, which is where P1 figures live.
 *
 * @param low a share from 0 to 1, to ten places
 * @param high likewise
 */
public record Wilson(BigDecimal low, BigDecimal high) {

    /** In words, for whoever prints the interval. */
    public static final String METHOD = "Wilson score interval, 95 % (z = 1.959964), without continuity correction";

    /** The 97.5 % point of the normal distribution. */
    static final BigDecimal Z = new BigDecimal("1.959963984540054");

    /** Of fewer tickets than this, a single one moves the ratio by more than five percentage points. */
    public static final int SMALL = 20;

    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final int PLACES = 10;

    /** The interval of {@code met} out of {@code measured}; none where nothing was measured. */
    public static Optional<Wilson> of(long met, long measured) {
        if (met < 0 || met > measured) {
            throw new IllegalArgumentException("met lies between zero and measured");
        }
        return measured == 0 ? Optional.empty() : Optional.of(interval(met, measured));
    }

    /** Whether a ratio of so many rests on small numbers and must say so. */
    public static boolean isSmall(long measured) {
        return measured < SMALL;
    }

    /** Whether the share could well be this one. */
    public boolean contains(Fraction share) {
        return new BigDecimal(share.numerator()).compareTo(low.multiply(new BigDecimal(share.denominator()))) >= 0
                && new BigDecimal(share.numerator()).compareTo(high.multiply(new BigDecimal(share.denominator()))) <= 0;
    }

    /** Whether two shares could well be the same. */
    public boolean overlaps(Wilson other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    public String lowPercent() {
        return percent(low);
    }

    public String highPercent() {
        return percent(high);
    }

    private static Wilson interval(long met, long measured) {
        BigDecimal n = BigDecimal.valueOf(measured);
        BigDecimal k = BigDecimal.valueOf(met);
        BigDecimal square = Z.multiply(Z);
        BigDecimal spread = k.multiply(n.subtract(k)).divide(n, DIGITS).add(square.divide(FOUR, DIGITS));
        BigDecimal half = Z.multiply(spread.sqrt(DIGITS));
        BigDecimal middle = k.add(square.divide(BigDecimal.valueOf(2), DIGITS));
        BigDecimal whole = n.add(square);
        return new Wilson(share(middle.subtract(half), whole), share(middle.add(half), whole));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, PLACES, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
