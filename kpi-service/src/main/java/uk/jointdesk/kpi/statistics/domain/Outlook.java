package uk.jointdesk.kpi.statistics.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * Where a ratio is heading, seen from its target.
 *
 * @param latest the last value
 * @param slope change per period
 * @param target the target service level in force
 */
public record Outlook(Fraction latest, Fraction slope, Fraction target) {

    /** A green figure that will not be green in half a year is worth a word today. */
    private static final int SOON = 6;

    private static final int FALLS_IN_A_ROW = 2;

    public static final String EARLY_WARNING = "At or above the target, and either falling to below it within " + SOON
            + " periods at the slope shown, or lower than the period before twice in a row.";

    /**
     * After how many periods the line from the latest value crosses the target: reaches it if the value is below, is
     * below it if the value is not. None if it is not heading there.
     */
    public Optional<Integer> periodsToTarget() {
        Fraction gap = target.minus(latest);
        if (gap.signum() > 0 && slope.signum() > 0) {
            return whole(ceiling(gap, slope));
        }
        boolean green = gap.signum() <= 0;
        return green && slope.signum() < 0 ? whole(floor(gap, slope).add(BigInteger.ONE)) : Optional.empty();
    }

    /** The board asks of its green KPIs whether they decline (report of July 2021, trend analysis). */
    public boolean isGreenButDeclining(List<Fraction> values) {
        boolean green = latest.compareTo(target) >= 0;
        boolean soonBelow = periodsToTarget().filter(periods -> periods <= SOON).isPresent();
        return green && (soonBelow || fallsAtTheEnd(values));
    }

    private static boolean fallsAtTheEnd(List<Fraction> values) {
        int last = values.size() - 1;
        if (last < FALLS_IN_A_ROW) {
            return false;
        }
        for (int i = last; i > last - FALLS_IN_A_ROW; i--) {
            if (values.get(i).compareTo(values.get(i - 1)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static BigInteger ceiling(Fraction part, Fraction step) {
        BigInteger[] quotient = quotient(part, step);
        return quotient[1].signum() == 0 ? quotient[0] : quotient[0].add(BigInteger.ONE);
    }

    private static BigInteger floor(Fraction part, Fraction step) {
        return quotient(part, step)[0];
    }

    /** How often the step goes into the part, both of one sign, and what is left. */
    private static BigInteger[] quotient(Fraction part, Fraction step) {
        BigInteger dividend = part.numerator().multiply(step.denominator()).abs();
        BigInteger divisor = step.numerator().multiply(part.denominator()).abs();
        return dividend.divideAndRemainder(divisor);
    }

    /** Beyond any contract there is no outlook. */
    private static Optional<Integer> whole(BigInteger periods) {
        return periods.bitLength() < Integer.SIZE - 1 ? Optional.of(periods.intValue()) : Optional.empty();
    }
}
