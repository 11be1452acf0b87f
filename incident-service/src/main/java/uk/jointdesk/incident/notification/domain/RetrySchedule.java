package uk.jointdesk.incident.notification.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed try. These are the steps that the Standard Webhooks specification recommends: ten
 * tries in a little over three days. Up to a fifth is added at random, so that a receiver that comes back is not met by
 * everything at once.
 */
public final class RetrySchedule {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    /** A receiver may ask for more time, but not for ever. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final int JITTER_PARTS = 5;

    private RetrySchedule() {}

    /** How often a delivery is tried before it is given up. */
    public static int tries() {
        return WAITS.size() + 1;
    }

    /**
     * The wait before the next try, or nothing when all have been made.
     *
     * @param triesMade how many have failed
     * @param asked what the receiver asked for (Retry-After); null when it did not
     * @param chance from 0 up to, not including, 1000: where between no jitter and the whole of it
     */
    public static Optional<Duration> waitAfter(int triesMade, Duration asked, int chance) {
        if (triesMade >= tries()) {
            return Optional.empty();
        }
        Duration step = WAITS.get(triesMade - 1);
        Duration jitter = step.dividedBy(JITTER_PARTS).multipliedBy(chance).dividedBy(1_000);
        Duration planned = step.plus(jitter);
        Duration bounded = asked == null || asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
        return Optional.of(bounded == null || planned.compareTo(bounded) > 0 ? planned : bounded);
    }
}
