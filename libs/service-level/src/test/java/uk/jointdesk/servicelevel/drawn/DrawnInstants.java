package uk.jointdesk.servicelevel.drawn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import uk.jointdesk.testkit.Draw;

/** Instants near the days on which calendar arithmetic goes wrong. */
public final class DrawnInstants {

    /** Clock changes in spring and autumn in each zone that is drawn, Easter, Christmas, a leap day, a plain week. */
    public static final List<LocalDate> ANCHORS = List.of(
            LocalDate.of(2018, 3, 25),
            LocalDate.of(2018, 10, 28),
            LocalDate.of(2018, 2, 17),
            LocalDate.of(2018, 11, 3),
            LocalDate.of(2018, 4, 1),
            LocalDate.of(2018, 10, 7),
            LocalDate.of(2018, 12, 24),
            LocalDate.of(2018, 3, 30),
            LocalDate.of(2018, 6, 6),
            LocalDate.of(2016, 2, 28));

    private static final int MINUTES_OF_A_DAY = 1_440;

    private DrawnInstants() {}

    /** A whole minute within some days around an anchor. */
    public static Instant minute(Draw draw) {
        LocalDate anchor = draw.oneOf(ANCHORS);
        long minutes = draw.between(-2 * MINUTES_OF_A_DAY, 2 * MINUTES_OF_A_DAY);
        return anchor.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(minutes * 60);
    }

    /** Any millisecond within some days around an anchor. */
    public static Instant millisecond(Draw draw) {
        return minute(draw).plusMillis(draw.between(0, 59_999));
    }

    /** A whole minute after another one; the larger the case, the later. */
    public static Instant minuteAfter(Instant start, Draw draw) {
        return start.plusSeconds(60L * draw.between(0, 30 + 60 * draw.size()));
    }
}
