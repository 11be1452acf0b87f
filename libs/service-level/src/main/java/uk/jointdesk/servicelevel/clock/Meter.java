package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/** Adds up service time over the parts of a life that the clock counts, each by the calendar of its own partner. */
final class Meter {

    private static final Duration TICK = Duration.ofMillis(1);

    private record Run(WorkingCalendar calendar, Instant from, Duration used) {}

    private final List<Run> runs = new ArrayList<>();
    private final Instant start;
    private Duration consumed = Duration.ZERO;

    /** A meter that has counted nothing yet. */
    Meter(Instant start) {
        this.start = start;
    }

    void count(WorkingCalendar calendar, Instant from, Instant to) {
        Duration used = calendar.between(from, to);
        runs.add(new Run(calendar, from, used));
        consumed = consumed.plus(used);
    }

    Duration consumed() {
        return consumed;
    }

    /** The earliest instant at which this much had been used, if it has been. */
    Optional<Instant> reached(Duration amount) {
        if (amount.isZero()) {
            return Optional.of(start);
        }
        Duration left = amount;
        for (Run run : runs) {
            if (run.used().compareTo(left) >= 0) {
                return Optional.of(run.calendar().plus(run.from(), left));
            }
            left = left.minus(run.used());
        }
        return Optional.empty();
    }

    /** The instant from which more than this had been used, if it has been. */
    Optional<Instant> exceeded(Duration amount) {
        return reached(amount.plus(TICK)).map(first -> first.minus(TICK));
    }
}
