package uk.jointdesk.kpi.statistics.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The slope of a line through points: the median of the slopes between every two of them (H. Theil 1950; P. K. Sen,
 * "Estimates of the regression coefficient based on Kendall's tau", JASA 63, 1968). One odd month does not turn it.
 */
public final class TheilSen {

    public static final String METHOD =
            "Theil-Sen: median of the slopes between every two of the last 12 whole periods that have a value";

    /** How many periods back a trend looks. */
    public static final int PERIODS = 12;

    private static final int LEAST = 3;

    /** @param x number of the period */
    public record Point(int x, Fraction y) {}

    private TheilSen() {}

    /** The slope per period; none through fewer than three points. No two points share a period. */
    public static Optional<Fraction> slope(List<Point> points) {
        if (points.size() < LEAST) {
            return Optional.empty();
        }
        List<Fraction> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                slopes.add(between(points.get(i), points.get(j)));
            }
        }
        return Optional.of(median(slopes));
    }

    private static Fraction between(Point one, Point other) {
        Fraction rise = other.y().minus(one.y());
        int run = other.x() - one.x();
        return run > 0 ? rise.over(run) : one.y().minus(other.y()).over(-run);
    }

    private static Fraction median(List<Fraction> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : values.get(middle - 1).plus(values.get(middle)).over(2);
    }
}
