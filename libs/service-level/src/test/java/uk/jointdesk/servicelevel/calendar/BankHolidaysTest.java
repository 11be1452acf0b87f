package uk.jointdesk.servicelevel.calendar;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BankHolidaysTest {

    private final List<Holiday> holidays = BankHolidays.englandAndWales();

    @Test
    void every_year_from_2015_to_2030_is_there_in_order_with_names_and_sources() {
        assertThat(holidays).extracting(Holiday::date).isSorted().doesNotHaveDuplicates();
        assertThat(holidays).allSatisfy(holiday -> {
            assertThat(holiday.name()).isNotBlank();
            assertThat(holiday.source()).isNotBlank();
        });
        for (int year = BankHolidays.FIRST_YEAR; year <= BankHolidays.LAST_YEAR; year++) {
            assertThat(inYear(year)).as("holidays of %s", year).hasSize(expectedCount(year));
        }
    }

    @Test
    void each_weekday_holiday_is_one_that_a_well_kept_library_knows_and_the_other_way_round() {
        for (int year = BankHolidays.FIRST_YEAR; year <= BankHolidays.LAST_YEAR; year++) {
            assertThat(weekdays(dates(year))).as("bank holidays of %s", year).isEqualTo(weekdays(jollyday(year)));
        }
    }

    @Test
    void what_was_proclaimed_once_is_there() {
        assertThat(named("2020-05-08")).isEqualTo("Early May bank holiday (VE Day)");
        assertThat(named("2022-06-02")).isEqualTo("Spring bank holiday");
        assertThat(named("2022-06-03")).isEqualTo("Platinum Jubilee bank holiday");
        assertThat(named("2022-09-19")).contains("State Funeral");
        assertThat(named("2023-05-08")).contains("coronation");
        assertThat(holidays).extracting(Holiday::date).doesNotContain(day("2020-05-04"), day("2022-05-30"));
    }

    @Test
    void a_holiday_at_a_weekend_appears_as_its_substitute_day() {
        assertThat(named("2016-12-27")).isEqualTo("Christmas Day (substitute day)");
        assertThat(named("2020-12-28")).isEqualTo("Boxing Day (substitute day)");
        assertThat(named("2021-12-27")).isEqualTo("Christmas Day (substitute day)");
        assertThat(named("2021-12-28")).isEqualTo("Boxing Day (substitute day)");
        assertThat(named("2022-01-03")).isEqualTo("New Year's Day (substitute day)");
        assertThat(holidays).noneMatch(holiday -> isWeekend(holiday.date()));
    }

    @Test // https://www.gov.uk/bank-holidays.json, read in November 2026
    void the_years_published_by_the_government_are_as_published() {
        assertThat(dates(2024)).containsExactly(days("2024", "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"));
        assertThat(dates(2025)).containsExactly(days("2025", "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"));
        assertThat(dates(2026)).containsExactly(days("2026", "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"));
        assertThat(dates(2027)).containsExactly(days("2027", "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"));
    }

    private static Set<LocalDate> jollyday(int year) {
        return HolidayManager.getInstance(ManagerParameters.create("gb")).getHolidays(Year.of(year), "eng").stream()
                .map(de.focus_shift.jollyday.core.Holiday::getDate)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<LocalDate> weekdays(Set<LocalDate> dates) {
        return dates.stream().filter(date -> !isWeekend(date)).collect(toCollection(TreeSet::new));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private List<Holiday> inYear(int year) {
        return holidays.stream()
                .filter(holiday -> holiday.date().getYear() == year)
                .toList();
    }

    private Set<LocalDate> dates(int year) {
        return inYear(year).stream().map(Holiday::date).collect(toCollection(TreeSet::new));
    }

    private String named(String date) {
        return holidays.stream()
                .filter(holiday -> holiday.date().equals(day(date)))
                .map(Holiday::name)
                .findFirst()
                .orElse("none");
    }

    private static int expectedCount(int year) {
        return switch (year) {
            case 2022 -> 10;
            case 2023 -> 9;
            default -> 8;
        };
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static LocalDate[] days(String year, String monthDays) {
        return List.of(monthDays.split(" ")).stream()
                .map(monthDay -> day(year + "-" + monthDay))
                .toArray(LocalDate[]::new);
    }
}
