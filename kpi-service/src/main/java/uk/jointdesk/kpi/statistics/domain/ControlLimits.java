package uk.jointdesk.kpi.statistics.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The natural process limits of an XmR chart: mean of the values plus and minus 2.66 times the mean of the moving ranges
 * (D. J. Wheeler, "Understanding Variation", 1993; the chart of NHS England's "Making Data Count"). What stays between
 * them is the process as it is; only what does not deserves an explanation.
 *
 * @param points how many values the limits come from
 */
public record ControlLimits(Fraction mean, Fraction meanMovingRange, int points) {

    public static final String METHOD =
            "XmR chart: mean +/- 2.66 x mean moving range (Wheeler, Understanding Variation)";

    /** With fewer values limits still move a lot; they are given and called provisional. */
    static final int FIRM = 12;

    /** Two moving ranges are the least from which anything can be said. */
    private static final int LEAST = 3;

    /** 3 sigma, where sigma is the mean moving range over d2 = 1.128: 2.66 by convention. */
    private static final Fraction FACTOR = Fraction.of(266, 100);

    /** The limits of values in the order of time; none of fewer than three. */
    public static Optional<ControlLimits> of(List<Fraction> values) {
        if (values.size() < LEAST) {
            return Optional.empty();
        }
        List<Fraction> ranges = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            ranges.add(distance(values.get(i), values.get(i - 1)));
        }
        return Optional.of(new ControlLimits(Fraction.mean(values), Fraction.mean(ranges), values.size()));
    }

    public Fraction lower() {
        return mean.minus(FACTOR.times(meanMovingRange));
    }

    public Fraction upper() {
        return mean.plus(FACTOR.times(meanMovingRange));
    }

    public boolean isProvisional() {
        return points < FIRM;
    }

    /** Which side of the mean a value is on: -1, 0 on the mean, or 1. */
    int sideOf(Fraction value) {
        return Integer.signum(value.compareTo(mean));
    }

    /** Below it a value is nearer to the lower limit than to the mean. */
    Fraction halfwayDown() {
        return mean.minus(FACTOR.times(meanMovingRange).over(2));
    }

    /** Above it a value is nearer to the upper limit than to the mean. */
    Fraction halfwayUp() {
        return mean.plus(FACTOR.times(meanMovingRange).over(2));
    }

    private static Fraction distance(Fraction one, Fraction other) {
        Fraction difference = one.minus(other);
        return difference.signum() < 0 ? other.minus(one) : difference;
    }
}
