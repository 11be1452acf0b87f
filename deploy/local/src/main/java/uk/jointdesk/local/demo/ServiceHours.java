package uk.jointdesk.local.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Service time of 2018 as one straight line of seconds: Monday to Friday 08:00 to 18:00 Europe/London without the bank
 * holidays of England and Wales (gov.uk/bank-holidays). Nothing of the product computes with it, so that the demo data
 * is not proved by what made it.
 */
final class ServiceHours {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final long DAY = 10 * 3600L;

    private static final LocalTime OPEN = LocalTime.of(8, 0);
    private static final LocalTime CLOSE = LocalTime.of(18, 0);
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2019, 1, 31);
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2018, 1, 1),
            LocalDate.of(2018, 3, 30),
            LocalDate.of(2018, 4, 2),
            LocalDate.of(2018, 5, 7),
            LocalDate.of(2018, 5, 28),
            LocalDate.of(2018, 8, 27),
            LocalDate.of(2018, 12, 25),
            LocalDate.of(2018, 12, 26),
            LocalDate.of(2019, 1, 1));

    private final List<LocalDate> days = new ArrayList<>();

    ServiceHours() {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (opens(day)) {
                days.add(day);
            }
        }
    }

    private static boolean opens(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !HOLIDAYS.contains(day);
    }

    /** The instant at which this many seconds of service have passed since the line began; never a closing instant. */
    Instant at(long position) {
        LocalDate day = days.get(Math.toIntExact(position / DAY));
        return instant(day.atTime(OPEN).plusSeconds(position % DAY));
    }

    /** The closing instant before the opening at {@code boundary}, a position that is a whole number of days. */
    Instant closingBefore(long boundary) {
        return instant(days.get(Math.toIntExact(boundary / DAY) - 1).atTime(CLOSE));
    }

    /** Service seconds before the month begins. */
    long start(YearMonth month) {
        LocalDate first = month.atDay(1);
        return DAY * days.stream().filter(day -> day.isBefore(first)).count();
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(LONDON).toInstant();
    }
}
