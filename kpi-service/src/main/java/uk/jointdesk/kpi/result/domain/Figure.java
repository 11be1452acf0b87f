package uk.jointdesk.kpi.result.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.jointdesk.kpi.compliance.domain.Exclusion;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * What was counted or measured of an indicator in a month.
 *
 * @param excluded tickets left out, by reason
 * @param evidence where a measured figure comes from; null for one counted from tickets
 * @param recordedAt when the newest fact behind it was recorded, or null
 */
public record Figure(
        long numerator, long denominator, Map<Exclusion, Long> excluded, String evidence, Instant recordedAt) {
    public static final Figure NOTHING = new Figure(0, 0, Map.of(), null, null);

    public Figure {
        excluded = java.util.Collections.unmodifiableMap(new TreeMap<>(excluded));
    }

    /** Empty when there is nothing to divide by. */
    public Optional<Fraction> value() {
        return denominator == 0 ? Optional.empty() : Optional.of(Fraction.of(numerator, denominator));
    }
}
