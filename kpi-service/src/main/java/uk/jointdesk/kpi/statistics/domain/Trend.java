package uk.jointdesk.kpi.statistics.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * What a row of observations says beyond its values. Periods that were only partly asked for, and those in which nothing
 * was measured, are shown and say nothing.
 *
 * @param limits empty for fewer than three values
 * @param signals of each period that has any, by its number
 * @param slope change per period, over the last twelve
 * @param outlook empty for counts, without a target, or without a slope
 * @param greenButDeclining see {@link Outlook#EARLY_WARNING}
 */
public record Trend(
        Optional<ControlLimits> limits,
        Map<Integer, Set<Signal>> signals,
        Optional<Fraction> slope,
        int slopePoints,
        Optional<Outlook> outlook,
        boolean greenButDeclining) {

    /** @param whole whether the period was asked for as a whole */
    public record Point(Observation observation, boolean whole) {
        Optional<Fraction> value() {
            return whole ? observation.value() : Optional.empty();
        }
    }

    /** @param target of the last period, as a share; none for counts and for mixed priorities */
    public static Trend of(List<Point> points, Optional<Fraction> target) {
        List<TheilSen.Point> valued = valued(points);
        List<Fraction> values = valued.stream().map(TheilSen.Point::y).toList();
        Optional<ControlLimits> limits = ControlLimits.of(values);
        List<TheilSen.Point> recent = valued.stream()
                .filter(point -> point.x() >= points.size() - TheilSen.PERIODS)
                .toList();
        Optional<Fraction> slope = TheilSen.slope(recent);
        Optional<Outlook> outlook =
                slope.flatMap(step -> target.map(level -> new Outlook(values.get(values.size() - 1), step, level)));
        return new Trend(
                limits,
                limits.map(found -> signals(valued, values, found)).orElse(Map.of()),
                slope,
                recent.size(),
                outlook,
                outlook.filter(view -> view.isGreenButDeclining(values)).isPresent());
    }

    private static List<TheilSen.Point> valued(List<Point> points) {
        List<TheilSen.Point> valued = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int number = i;
            points.get(i).value().ifPresent(value -> valued.add(new TheilSen.Point(number, value)));
        }
        return valued;
    }

    private static Map<Integer, Set<Signal>> signals(
            List<TheilSen.Point> valued, List<Fraction> values, ControlLimits limits) {
        List<Set<Signal>> found = Signals.of(values, limits);
        Map<Integer, Set<Signal>> byPeriod = new TreeMap<>();
        for (int i = 0; i < valued.size(); i++) {
            if (!found.get(i).isEmpty()) {
                byPeriod.put(valued.get(i).x(), found.get(i));
            }
        }
        return byPeriod;
    }
}
