package uk.jointdesk.kpi.statistics.pack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.ControlLimits;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Outlook;
import uk.jointdesk.kpi.statistics.domain.Signal;
import uk.jointdesk.kpi.statistics.domain.Trend;

/**
 * What the months of one row say.
 *
 * @param labels of the months
 */
record TrendCourse(Measure measure, Trend trend, Optional<Threshold> threshold, List<String> labels) {

    Amount mean() {
        return printed(trend.limits().map(ControlLimits::mean));
    }

    /** A limit where no value can be says nothing and is left out. */
    Amount lower() {
        return printed(trend.limits().map(ControlLimits::lower).filter(limit -> limit.signum() >= 0));
    }

    Amount upper() {
        return printed(trend.limits()
                .map(ControlLimits::upper)
                .filter(limit -> !measure.isRatio() || limit.compareTo(Fraction.of(1, 1)) <= 0));
    }

    Amount target() {
        return printed(threshold.map(level -> Fraction.ofPercent(level.target())));
    }

    Amount slope() {
        return Amount.of(
                Amount.Unit.NUMBER, trend.slope().map(step -> printed(step)).orElse(null));
    }

    Amount monthsToTarget() {
        return Amount.of(
                Amount.Unit.NUMBER,
                trend.outlook()
                        .flatMap(Outlook::periodsToTarget)
                        .map(count -> Integer.toString(count))
                        .orElse(null));
    }

    /** The months that are more than usual variation, and whether a green figure declines. */
    Amount signals() {
        Stream<String> found = trend.signals().entrySet().stream()
                .map(month -> labels.get(month.getKey()) + " " + names(month.getValue()));
        Stream<String> warning = trend.greenButDeclining() ? Stream.of("green but declining") : Stream.empty();
        String words = Stream.concat(found, warning).collect(Collectors.joining("; "));
        return Amount.text(words.isEmpty() ? "none" : words);
    }

    private static String names(Set<Signal> signals) {
        return signals.stream().map(Signal::name).collect(Collectors.joining(" and "));
    }

    private Amount printed(Optional<Fraction> value) {
        return measure.isRatio()
                ? Amount.percent(value)
                : Amount.of(Amount.Unit.NUMBER, value.map(this::printed).orElse(null));
    }

    private String printed(Fraction value) {
        return measure.isRatio() ? value.percent() : value.decimal(2);
    }
}
