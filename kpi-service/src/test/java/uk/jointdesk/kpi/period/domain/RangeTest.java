package uk.jointdesk.kpi.period.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class RangeTest {

    private static final Range AUTUMN = range("2018-10-01", "2018-12-31");

    @Test
    void months_quarters_and_years_have_the_names_of_the_contract() {
        assertThat(AUTUMN.months()).extracting(Period::label).containsExactly("2018-10", "2018-11", "2018-12");
        assertThat(labels(AUTUMN, Periodicity.QUARTER, YearBasis.CALENDAR)).containsExactly("2018-Q4");
        assertThat(labels(AUTUMN, Periodicity.QUARTER, YearBasis.FINANCIAL)).containsExactly("2018-19-Q3");
        assertThat(labels(AUTUMN, Periodicity.YEAR, YearBasis.CALENDAR)).containsExactly("2018");
        assertThat(labels(AUTUMN, Periodicity.YEAR, YearBasis.FINANCIAL)).containsExactly("2018-19");
        assertThat(labels(AUTUMN, Periodicity.WHOLE, YearBasis.FINANCIAL)).containsExactly("2018-10/2018-12");
    }

    @Test
    void the_first_quarter_of_the_calendar_year_is_the_last_of_the_financial_year() {
        Range winter = range("2000-01-01", "2000-04-30");
        assertThat(labels(winter, Periodicity.QUARTER, YearBasis.FINANCIAL))
                .containsExactly("1999-00-Q4", "2000-01-Q1");
        assertThat(labels(winter, Periodicity.YEAR, YearBasis.FINANCIAL)).containsExactly("1999-00", "2000-01");
    }

    @Test
    void a_period_the_range_only_touches_is_partial() {
        Range days = range("2018-10-15", "2018-12-31");
        assertThat(days.months()).extracting(Period::partial).containsExactly(true, false, false);
        assertThat(days.months().get(0).from()).isEqualTo(LocalDate.parse("2018-10-15"));
        assertThat(days.periods(Periodicity.YEAR, YearBasis.CALENDAR))
                .singleElement()
                .satisfies(year -> assertThat(year.partial()).isTrue());
        assertThat(days.whole().label()).isEqualTo("2018-10-15/2018-12-31");
    }

    @Test
    void periods_follow_each_other_and_fill_the_range() {
        Laws.forAll("periods partition the range", RangeTest::draw, Laws.cases(), range -> {
            for (Periodicity periodicity : Periodicity.values()) {
                for (YearBasis basis : YearBasis.values()) {
                    assertPartition(range, range.periods(periodicity, basis));
                }
            }
        });
    }

    @Test
    void every_month_of_a_range_lies_in_one_of_its_periods() {
        Laws.forAll("months nest in periods", RangeTest::draw, Laws.cases() / 10, range -> {
            for (YearBasis basis : YearBasis.values()) {
                List<Period> quarters = range.periods(Periodicity.QUARTER, basis);
                range.months().forEach(month -> assertThat(quarters)
                        .filteredOn(quarter -> quarter.contains(month.from()) && quarter.contains(month.to()))
                        .hasSize(1));
            }
        });
    }

    @Test
    void a_range_runs_forward_and_ends_some_day() {
        assertThatThrownBy(() -> range("2018-10-02", "2018-10-01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range("1918-10-01", "2018-10-01")).isInstanceOf(IllegalArgumentException.class);
        assertThat(range("1968-11-01", "2018-10-31").months()).hasSize(Range.MOST_MONTHS);
    }

    private static void assertPartition(Range range, List<Period> periods) {
        LocalDate next = range.from();
        for (Period period : periods) {
            if (!period.from().equals(next) || period.to().isBefore(period.from())) {
                throw new AssertionError(period + " does not start on " + next);
            }
            next = period.to().plusDays(1);
        }
        if (!next.equals(range.to().plusDays(1))) {
            throw new AssertionError("the periods end before " + next);
        }
    }

    private static Range draw(Draw draw) {
        LocalDate from = LocalDate.of(2015, 1, 1).plusDays(draw.between(0, 4_000));
        return new Range(from, from.plusDays(draw.between(0, 40 * draw.size())));
    }

    private static List<String> labels(Range range, Periodicity periodicity, YearBasis basis) {
        return range.periods(periodicity, basis).stream().map(Period::label).toList();
    }

    private static Range range(String from, String to) {
        return new Range(LocalDate.parse(from), LocalDate.parse(to));
    }
}
