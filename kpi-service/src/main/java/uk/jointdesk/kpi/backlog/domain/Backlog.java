package uk.jointdesk.kpi.backlog.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/**
 * The tickets open at an instant, in tickets. Backlogs of different tickets add up.
 *
 * @param untriaged open tickets that nobody has been assigned to or has started on
 * @param onHold open tickets on hold by reason; every reason has a count above zero
 * @param openOver30Days open tickets logged more than 30 days earlier
 * @param oldest when the oldest of them was logged; empty when nothing is open
 */
public record Backlog(
        long open, long untriaged, Map<String, Long> onHold, long openOver30Days, Optional<Instant> oldest) {
    public static final Backlog NOTHING = new Backlog(0, 0, Map.of(), 0, Optional.empty());

    public Backlog {
        onHold = Collections.unmodifiableMap(new TreeMap<>(onHold));
    }

    public Backlog plus(Backlog other) {
        Map<String, Long> reasons = new TreeMap<>(onHold);
        other.onHold.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new Backlog(
                open + other.open,
                untriaged + other.untriaged,
                reasons,
                openOver30Days + other.openOver30Days,
                Stream.of(oldest, other.oldest).flatMap(Optional::stream).min(Instant::compareTo));
    }

    /** Aged of open; empty when nothing is open. */
    public Optional<Fraction> aged() {
        return open == 0 ? Optional.empty() : Optional.of(Fraction.of(openOver30Days, open));
    }

    /** Open tickets on hold, whatever the reason. */
    public long held() {
        return onHold.values().stream().mapToLong(Long::longValue).sum();
    }
}
