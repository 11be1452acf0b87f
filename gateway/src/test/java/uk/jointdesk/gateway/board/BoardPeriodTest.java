package uk.jointdesk.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class BoardPeriodTest {

    private static BoardPeriod of(String from, String to) {
        return new BoardPeriod(YearMonth.parse(from), YearMonth.parse(to));
    }

    @Test
    void a_period_is_called_as_people_call_it() {
        assertThat(of("2018-10", "2018-12").inWords()).isEqualTo("October to December 2018");
        assertThat(of("2018-11", "2019-01").inWords()).isEqualTo("November 2018 to January 2019");
        assertThat(of("2018-10", "2018-10").inWords()).isEqualTo("October 2018");
    }

    @Test
    void the_financial_year_is_the_one_that_holds_the_last_month() {
        assertThat(of("2019-01", "2019-03").financialYear()).isEqualTo("2018-19");
        assertThat(of("2019-02", "2019-04").financialYear()).isEqualTo("2019-20");
        assertThat(of("1999-12", "1999-12").financialYear()).isEqualTo("1999-00");
    }

    @Test
    void the_last_day_is_that_of_the_last_month() {
        assertThat(of("2019-12", "2020-02").lastDay()).isEqualTo(LocalDate.of(2020, 2, 29));
    }

    @Test
    void a_year_is_the_most_and_time_runs_forward() {
        assertThat(of("2018-01", "2018-12").months()).hasSize(12);
        assertThatThrownBy(() -> of("2018-01", "2019-01")).hasMessageContaining("12 months");
        assertThatThrownBy(() -> of("2018-02", "2018-01")).hasMessageContaining("before");
    }
}
