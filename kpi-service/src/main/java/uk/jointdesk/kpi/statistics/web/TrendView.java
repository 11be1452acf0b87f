package uk.jointdesk.kpi.statistics.web;

import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.ControlLimits;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.domain.Wilson;

/** How the values of a measure are printed. */
record TrendView(Measure measure) {

    private static final Fraction ONE = Fraction.of(1, 1);

    TrendRow.Unit unit() {
        return measure.isRatio() ? TrendRow.Unit.PERCENT : TrendRow.Unit.TICKETS;
    }

    String value(Observation observation) {
        if (!measure.isRatio()) {
            return Long.toString(observation.numerator());
        }
        return observation.value().map(Fraction::percent).orElse(null);
    }

    String printed(Fraction value) {
        return measure.isRatio() ? value.percent() : value.decimal(2);
    }

    TrendRow.Interval interval(Observation observation) {
        return observation.interval().map(TrendView::interval).orElse(null);
    }

    TrendRow.Limits limits(Optional<ControlLimits> limits) {
        return limits.map(this::limits).orElse(null);
    }

    private static TrendRow.Interval interval(Wilson interval) {
        return new TrendRow.Interval(interval.lowPercent(), interval.highPercent());
    }

    private TrendRow.Limits limits(ControlLimits limits) {
        boolean possibleBelow = limits.lower().signum() >= 0;
        boolean possibleAbove = !measure.isRatio() || limits.upper().compareTo(ONE) <= 0;
        return new TrendRow.Limits(
                printed(limits.mean()),
                printed(limits.meanMovingRange()),
                possibleBelow ? printed(limits.lower()) : null,
                possibleAbove ? printed(limits.upper()) : null,
                limits.points(),
                limits.isProvisional());
    }
}
