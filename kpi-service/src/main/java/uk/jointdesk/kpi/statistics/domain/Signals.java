package uk.jointdesk.kpi.statistics.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** Finds the signals in a row of values: every point that takes part in a pattern carries it. */
public final class Signals {

    private static final int RUN = 8;
    private static final int DIRECTION = 6;
    private static final int WINDOW = 4;
    private static final int NEAR = 3;

    private final List<Fraction> values;
    private final ControlLimits limits;
    private final List<Set<Signal>> found = new ArrayList<>();

    private Signals(List<Fraction> values, ControlLimits limits) {
        this.values = values;
        this.limits = limits;
        values.forEach(value -> found.add(EnumSet.noneOf(Signal.class)));
    }

    /** The signals of each value, in the order of time. */
    public static List<Set<Signal>> of(List<Fraction> values, ControlLimits limits) {
        Signals search = new Signals(values, limits);
        search.beyondLimits();
        search.rows(Signal.RUN_OF_EIGHT, RUN, i -> limits.sideOf(values.get(i)));
        search.directions();
        search.nearALimit();
        return search.found;
    }

    /** On a limit is inside. */
    private void beyondLimits() {
        Fraction lower = limits.lower();
        Fraction upper = limits.upper();
        for (int i = 0; i < values.size(); i++) {
            Fraction value = values.get(i);
            mark(Signal.BEYOND_LIMITS, i, i + 1, value.compareTo(lower) < 0 || value.compareTo(upper) > 0);
        }
    }

    /** Marks every row of at least so many points of the same sign that is not zero. */
    private void rows(Signal signal, int least, IntUnaryOperator sign) {
        int start = 0;
        for (int i = 0; i <= values.size(); i++) {
            boolean goesOn = i < values.size()
                    && i > start
                    && sign.applyAsInt(i) == sign.applyAsInt(start)
                    && sign.applyAsInt(i) != 0;
            if (i > start && !goesOn) {
                mark(signal, start, i, sign.applyAsInt(start) != 0 && i - start >= least);
                start = i;
            }
        }
    }

    /** Six points rising are five steps up: the point before the first step belongs to the row. */
    private void directions() {
        int start = 0;
        for (int i = 1; i <= values.size(); i++) {
            boolean goesOn = i < values.size() && step(i) != 0 && (i == start + 1 || step(i) == step(i - 1));
            if (!goesOn) {
                mark(Signal.SIX_IN_ONE_DIRECTION, start, i, i - start >= DIRECTION);
                start = i < values.size() && step(i) != 0 ? i - 1 : i;
            }
        }
    }

    private int step(int i) {
        return Integer.signum(values.get(i).compareTo(values.get(i - 1)));
    }

    private void nearALimit() {
        Fraction low = limits.halfwayDown();
        Fraction high = limits.halfwayUp();
        markNear(i -> values.get(i).compareTo(low) < 0);
        markNear(i -> values.get(i).compareTo(high) > 0);
    }

    /** Marks the near points of every window in which at least three of four are near. */
    private void markNear(IntPredicate isNear) {
        boolean[] near = new boolean[values.size()];
        for (int i = 0; i < near.length; i++) {
            near[i] = isNear.test(i);
        }
        for (int start = 0; start + WINDOW <= near.length; start++) {
            int[] some =
                    IntStream.range(start, start + WINDOW).filter(i -> near[i]).toArray();
            for (int i : some.length >= NEAR ? some : new int[0]) {
                found.get(i).add(Signal.THREE_OF_FOUR_NEAR_A_LIMIT);
            }
        }
    }

    private void mark(Signal signal, int from, int to, boolean really) {
        for (int i = from; really && i < to; i++) {
            found.get(i).add(signal);
        }
    }
}
