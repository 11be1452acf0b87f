package uk.jointdesk.kpi.statistics.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.domain.Outlook;
import uk.jointdesk.kpi.statistics.domain.Trend;

/** Writes the row of one group. */
final class TrendRows {

    private final Question question;
    private final List<Period> periods;
    private final Thresholds thresholds;
    private final Trends.RollingYear year;
    private final TrendView view;

    TrendRows(Measure measure, Question question, Thresholds thresholds, Trends.RollingYear year) {
        this.question = question;
        this.periods = question.periods();
        this.thresholds = thresholds;
        this.year = year;
        this.view = new TrendView(measure);
    }

    TrendRow row(Cell group, SortedMap<Integer, Observation> series) {
        Optional<Threshold> threshold = threshold(group);
        Trend trend = Trend.of(points(series), threshold.map(level -> Fraction.ofPercent(level.target())));
        Optional<Integer> toTarget = trend.outlook().flatMap(Outlook::periodsToTarget);
        return new TrendRow(
                group.priority(),
                group.partner(),
                group.type(),
                group.queue(),
                group.organisation(),
                group.category(),
                view.measure().toString(),
                view.unit(),
                IntStream.range(0, periods.size())
                        .mapToObj(i -> point(group, i, series.getOrDefault(i, nothing()), trend))
                        .toList(),
                view.limits(trend.limits()),
                trend.slope().map(view::printed).orElse(null),
                trend.slope().isPresent() ? trend.slopePoints() : null,
                threshold
                        .map(level -> level.target().setScale(2).toPlainString())
                        .orElse(null),
                toTarget.orElse(null),
                toTarget.map(count -> count * monthsOfAPeriod()).orElse(null),
                trend.greenButDeclining());
    }

    private List<Trend.Point> points(SortedMap<Integer, Observation> series) {
        return IntStream.range(0, periods.size())
                .mapToObj(i -> new Trend.Point(
                        series.getOrDefault(i, nothing()), !periods.get(i).partial()))
                .toList();
    }

    private TrendRow.Point point(Cell group, int number, Observation seen, Trend trend) {
        Period period = periods.get(number);
        return new TrendRow.Point(
                period.label(),
                period.from(),
                period.to(),
                period.partial(),
                view.value(seen),
                seen.numerator(),
                seen.denominator(),
                seen.isRatio() ? seen.denominator() : seen.numerator(),
                view.interval(seen),
                seen.isSmall(),
                trend.signals().getOrDefault(number, Set.of()),
                year.upTo(period.to(), group, view).orElse(null),
                CellLink.of(view.measure().drillSet(), group, question.filter(), period.from(), period.to()));
    }

    private Observation nothing() {
        return new Observation(0, view.measure().isRatio() ? 0L : null);
    }

    /** The target of the one priority a row is about, as it stands in the last period. */
    private Optional<Threshold> threshold(Cell group) {
        Set<String> only = question.filter().priorities();
        String priority = group.priority() != null || only.size() != 1
                ? group.priority()
                : only.iterator().next();
        return view.measure().isRatio() && priority != null
                ? thresholds.of(priority, periods.get(periods.size() - 1).to())
                : Optional.empty();
    }

    private int monthsOfAPeriod() {
        return switch (question.periodicity()) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case YEAR -> 12;
            case WHOLE -> question.range().months().size();
        };
    }
}
