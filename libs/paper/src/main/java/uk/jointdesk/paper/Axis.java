package uk.jointdesk.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vertical axis of a chart: round numbers that the values lie between. It starts at zero unless a value is below.
 *
 * @param step between two of its lines
 */
record Axis(Chart.Scale scale, BigDecimal low, BigDecimal high, BigDecimal step) {

    static final int TOP = 16;
    static final int BOTTOM = 256;
    private static final int STEPS = 4;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Percentages are drawn against 100; anything else against the next round number. */
    static Axis of(Chart chart) {
        if (chart.scale() == Chart.Scale.PERCENT) {
            return new Axis(chart.scale(), BigDecimal.ZERO, BigDecimal.valueOf(100), BigDecimal.valueOf(25));
        }
        List<BigDecimal> values = chart.values();
        BigDecimal least = values.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        BigDecimal most = values.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        BigDecimal round = roundAbove(most.max(least.negate()));
        BigDecimal step = round.divide(BigDecimal.valueOf(STEPS));
        return least.signum() >= 0
                ? new Axis(chart.scale(), BigDecimal.ZERO, round, step)
                : new Axis(chart.scale(), wholeSteps(least, step, RoundingMode.FLOOR), above(most, step), step);
    }

    private static BigDecimal above(BigDecimal most, BigDecimal step) {
        return wholeSteps(most.max(BigDecimal.ZERO), step, RoundingMode.CEILING);
    }

    private static BigDecimal wholeSteps(BigDecimal value, BigDecimal step, RoundingMode rounding) {
        return value.divide(step, 0, rounding).multiply(step);
    }

    private static BigDecimal roundAbove(BigDecimal largest) {
        return Stream.iterate(BigDecimal.valueOf(4), step -> step.multiply(BigDecimal.TEN))
                .flatMap(
                        step -> Stream.of(step, step.multiply(BigDecimal.valueOf(2)), step.multiply(new BigDecimal(5))))
                .filter(step -> step.compareTo(largest) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** Where its lines are drawn, from the lowest. */
    List<BigDecimal> marks() {
        List<BigDecimal> marks = new ArrayList<>();
        for (BigDecimal mark = low; mark.compareTo(high) <= 0; mark = mark.add(step)) {
            marks.add(mark);
        }
        return marks;
    }

    String y(BigDecimal value) {
        BigDecimal height = value.subtract(low)
                .multiply(BigDecimal.valueOf(BOTTOM - TOP))
                .divide(high.subtract(low), 1, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(BOTTOM).subtract(height).toPlainString();
    }

    String label(BigDecimal mark) {
        if (scale != Chart.Scale.POUNDS) {
            return plain(mark);
        }
        return (mark.signum() < 0 ? "-£" : "£") + pounds(mark.abs());
    }

    private String pounds(BigDecimal size) {
        if (size.signum() != 0 && step.compareTo(BigDecimal.valueOf(100_000)) >= 0) {
            return plain(size.divide(MILLION)) + "m";
        }
        return size.signum() != 0 && step.compareTo(BigDecimal.valueOf(100)) >= 0
                ? plain(size.divide(THOUSAND)) + "k"
                : plain(size);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
