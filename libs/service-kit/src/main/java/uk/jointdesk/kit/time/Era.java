package uk.jointdesk.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The time that the suite speaks of, 1990 to 2199: what lies outside is a slip of the pen, and no database has a year 999999999. */
public final class Era {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate END = LocalDate.of(2200, 1, 1);

    private Era() {}

    public static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST) && day.isBefore(END);
    }

    public static boolean holds(Instant instant) {
        return !instant.isBefore(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant())
                && instant.isBefore(END.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
