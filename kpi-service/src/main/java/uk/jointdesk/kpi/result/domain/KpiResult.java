package uk.jointdesk.kpi.result.domain;

import java.time.YearMonth;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.mitigation.domain.Mitigation;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Rating;
import uk.jointdesk.kpi.register.domain.RatingRule;

/**
 * The result of an indicator in a month in which it is measured. The raw colour follows from figure and levels alone;
 * relief stands beside it.
 *
 * @param relief the mitigation agreed for this KPI and month, if any
 */
public record KpiResult(Kpi kpi, YearMonth month, Figure figure, Optional<Mitigation> relief) {

    public Optional<Fraction> value() {
        return figure.value();
    }

    /** NO_DATA where nothing was measured or no level is agreed. */
    public Rag raw() {
        return kpi.yardstick(month).map(yardstick -> yardstick.rag(value())).orElse(Rag.NO_DATA);
    }

    public Standing mitigated() {
        return switch (raw()) {
            case GREEN -> Standing.GREEN;
            case AMBER -> relief.isPresent() ? Standing.RELIEVED : Standing.AMBER;
            case RED -> relief.isPresent() ? Standing.RELIEVED : Standing.RED;
            case NO_DATA -> Standing.NO_DATA;
        };
    }

    public Rating rating(RatingRule rule) {
        return kpi.yardstick(month)
                .map(yardstick -> yardstick.rating(value(), rule))
                .orElse(Rating.OTHER);
    }
}
