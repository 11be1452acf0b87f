package uk.jointdesk.servicelevel.drawn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.jointdesk.servicelevel.calendar.CalendarVersion;
import uk.jointdesk.servicelevel.calendar.Holiday;
import uk.jointdesk.servicelevel.calendar.SpecialDay;
import uk.jointdesk.servicelevel.calendar.Window;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.oracle.PlainHours;
import uk.jointdesk.testkit.Draw;

/**
 * A calendar made by chance, once as the product's calendar and once as the oracle's plain hours. There are some hundred
 * of them, each always the same, so that a law meets many instants in one calendar without laying it out each time.
 */
public final class DrawnCalendar {

    /** How many different calendars are drawn from. */
    public static final int COUNT = 240;

    private static final Map<Integer, DrawnCalendar> DRAWN = new ConcurrentHashMap<>();
    private static final List<String> ZONES = List.of(
            "Europe/London",
            "Europe/London",
            "Europe/London",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Asia/Kolkata");

    private final PlainHours hours;
    private final WorkingCalendar calendar;

    private DrawnCalendar(int number) {
        SplittableRandom random = new SplittableRandom(number);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        List<PlainHours.Version> versions = new ArrayList<>();
        versions.add(version(random, LocalDate.of(2015, 1, 1)));
        if (random.nextInt(3) == 0) {
            versions.add(version(random, day(random)));
        }
        this.hours = new PlainHours(zone, versions);
        this.calendar = new WorkingCalendar(
                "C" + number,
                zone,
                versions.stream().map(DrawnCalendar::product).toList());
    }

    public static DrawnCalendar any(Draw draw) {
        return DRAWN.computeIfAbsent(draw.between(0, COUNT - 1), DrawnCalendar::new);
    }

    public PlainHours hours() {
        return hours;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    private static PlainHours.Version version(SplittableRandom random, LocalDate from) {
        Map<DayOfWeek, List<PlainHours.Range>> week = new EnumMap<>(DayOfWeek.class);
        List<PlainHours.Range> usual = ranges(random);
        for (DayOfWeek day : DayOfWeek.values()) {
            int kind = random.nextInt(10);
            if (kind < 7) {
                week.put(day, usual);
            } else if (kind == 7) {
                week.put(day, ranges(random));
            }
        }
        week.put(DayOfWeek.of(1 + random.nextInt(7)), usual);
        Map<LocalDate, List<PlainHours.Range>> special = new HashMap<>();
        special.put(day(random), ranges(random));
        special.put(day(random), List.of());
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            holidays.add(day(random));
        }
        return new PlainHours.Version(from, week, special, holidays);
    }

    /** A day near the weekends and holidays that {@link DrawnInstants} prefers. */
    private static LocalDate day(SplittableRandom random) {
        List<LocalDate> anchors = DrawnInstants.ANCHORS;
        return anchors.get(random.nextInt(anchors.size())).plusDays(random.nextInt(8) - 2);
    }

    private static List<PlainHours.Range> ranges(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(new PlainHours.Range(0, 1_440));
            case 1 -> List.of(range(random, 1_100, 300, 700));
            case 2 -> List.of(new PlainHours.Range(540, 780), new PlainHours.Range(840, 1_080));
            case 3 -> List.of(range(random, 30, 15, 120), range(random, 200, 100, 400));
            default -> List.of(range(random, 420, 300, 700));
        };
    }

    private static PlainHours.Range range(SplittableRandom random, int open, int shortest, int longest) {
        int begins = open + random.nextInt(60);
        int ends = begins + random.nextInt(shortest, longest);
        return new PlainHours.Range(begins, ends == 1_439 ? 1_440 : ends);
    }

    private static CalendarVersion product(PlainHours.Version plain) {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        plain.week().forEach((day, ranges) -> week.put(day, windows(ranges)));
        Map<LocalDate, SpecialDay> special = plain.special().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new SpecialDay(windows(entry.getValue()), "special")));
        List<Holiday> holidays = plain.holidays().stream()
                .map(date -> new Holiday(date, "holiday", "drawn"))
                .toList();
        return new CalendarVersion(plain.from(), week, special, holidays);
    }

    private static List<Window> windows(List<PlainHours.Range> ranges) {
        return ranges.stream()
                .map(range -> new Window(time(range.open()), time(range.close())))
                .toList();
    }

    private static LocalTime time(int minuteOfDay) {
        return LocalTime.ofSecondOfDay(minuteOfDay % 1_440 * 60L);
    }

    @Override
    public String toString() {
        return hours.toString();
    }
}
