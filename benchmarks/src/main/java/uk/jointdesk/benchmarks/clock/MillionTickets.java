package uk.jointdesk.benchmarks.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import uk.jointdesk.servicelevel.bulk.BulkTickets;

/**
 * A million tickets such as three councils log in some ten years, from a fixed seed: logged at any time of the week over
 * eleven years, 94 in 100 resolved within nine days, a third of them with a pause and some with two, four calendars, the
 * targets of the default agreement.
 */
final class MillionTickets {

    static final int COUNT = 1_000_000;
    static final Instant AS_AT = Instant.parse("2026-01-15T12:00:00Z");
    static final int CALENDARS = 4;

    private static final long FIRST = Instant.parse("2015-02-01T00:00:00Z").toEpochMilli();
    private static final long SPAN = AS_AT.toEpochMilli() - FIRST;
    private static final long NINE_DAYS = Duration.ofDays(9).toMillis();
    private static final long[] TARGETS = {
        Duration.ofMinutes(240).toMillis(),
        Duration.ofMinutes(480).toMillis(),
        Duration.ofMinutes(1_200).toMillis(),
        -2
    };

    private final SplittableRandom random = new SplittableRandom(2018);
    private final long[] logged = new long[COUNT];
    private final long[] resolved = new long[COUNT];
    private final long[] target = new long[COUNT];
    private final int[] calendar = new int[COUNT];
    private final int[] pauseIndex = new int[COUNT + 1];
    private long[] pauseFrom = new long[COUNT];
    private long[] pauseTo = new long[COUNT];
    private int pauses;

    private MillionTickets() {
        for (int i = 0; i < COUNT; i++) {
            logged[i] = FIRST + random.nextLong(SPAN);
            resolved[i] = random.nextInt(100) < 94 ? logged[i] + random.nextLong(NINE_DAYS) : BulkTickets.OPEN;
            target[i] = TARGETS[random.nextInt(TARGETS.length)];
            calendar[i] = random.nextInt(CALENDARS);
            addPauses(logged[i]);
            pauseIndex[i + 1] = pauses;
        }
    }

    static BulkTickets drawn() {
        MillionTickets drawn = new MillionTickets();
        return new BulkTickets(
                drawn.logged,
                drawn.resolved,
                drawn.target,
                drawn.calendar,
                drawn.pauseIndex,
                Arrays.copyOf(drawn.pauseFrom, drawn.pauses),
                Arrays.copyOf(drawn.pauseTo, drawn.pauses));
    }

    private void addPauses(long since) {
        int count = Math.max(0, random.nextInt(6) - 3);
        long from = since;
        for (int i = 0; i < count; i++) {
            from += random.nextLong(NINE_DAYS / 4);
            addPause(from, from + random.nextLong(NINE_DAYS / 4));
        }
    }

    private void addPause(long from, long to) {
        if (pauses == pauseFrom.length) {
            pauseFrom = Arrays.copyOf(pauseFrom, pauses * 2);
            pauseTo = Arrays.copyOf(pauseTo, pauses * 2);
        }
        pauseFrom[pauses] = from;
        pauseTo[pauses++] = to;
    }
}
