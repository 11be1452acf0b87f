package uk.jointdesk.kpi.compliance.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * How many tickets met their target out of how many that had one, and how many were left out, by reason. Scores add
 * up: a quarter is the sum of its months, ALL the sum of the partners.
 *
 * @param excluded tickets outside {@code measured} by reason; every reason has a count above zero
 */
public record Score(long met, long measured, Map<Exclusion, Long> excluded) {
    public static final Score NOTHING = new Score(0, 0, Map.of());

    public Score {
        if (met < 0 || met > measured) {
            throw new IllegalArgumentException("met lies between zero and measured");
        }
        excluded = Map.copyOf(excluded);
    }

    public static Score of(long met, long measured) {
        return new Score(met, measured, Map.of());
    }

    /** So many tickets with the same outcome. OPEN tickets are in no figure of a period. */
    public static Score of(Outcome outcome, long tickets) {
        return switch (outcome) {
            case MET -> of(tickets, tickets);
            case BREACHED -> of(0, tickets);
            case NO_TARGET -> new Score(0, 0, Map.of(Exclusion.NO_TARGET, tickets));
            case CANCELLED -> new Score(0, 0, Map.of(Exclusion.CANCELLED, tickets));
            case MERGED -> new Score(0, 0, Map.of(Exclusion.MERGED, tickets));
            case OPEN -> NOTHING;
        };
    }

    public Score plus(Score other) {
        return new Score(met + other.met, measured + other.measured, both(excluded, other.excluded));
    }

    /** Most scores leave nothing out, and they are added up by the ten thousand. */
    private static Map<Exclusion, Long> both(Map<Exclusion, Long> some, Map<Exclusion, Long> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        Map<Exclusion, Long> reasons = new EnumMap<>(some);
        others.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return reasons;
    }

    /** Met of measured; empty when nothing was measured. */
    public Optional<Fraction> fraction() {
        return measured == 0 ? Optional.empty() : Optional.of(Fraction.of(met, measured));
    }
}
