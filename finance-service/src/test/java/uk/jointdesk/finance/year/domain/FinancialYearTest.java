package uk.jointdesk.finance.year.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialYearTest {

    @Test
    void the_year_begins_on_1_april() {
        assertThat(FinancialYear.containing(LocalDate.of(2021, 3, 31)).code()).isEqualTo("2020-21");
        assertThat(FinancialYear.containing(LocalDate.of(2021, 4, 1)).code()).isEqualTo("2021-22");
        assertThat(FinancialYear.parse("2099-00")).contains(new FinancialYear(2099));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-22", "2020", "2020-2021", "1999-00", "20-21", ""})
    void a_year_is_written_with_the_next_one(String written) {
        assertThat(FinancialYear.parse(written)).isEmpty();
    }

    @Test
    void p1_is_april_p12_is_march_and_p13_closes() {
        FinancialYear year = new FinancialYear(2020);
        assertThat(Period.containing(LocalDate.of(2020, 4, 1))).isEqualTo(new Period(year, 1));
        assertThat(Period.containing(LocalDate.of(2020, 12, 31))).isEqualTo(new Period(year, 9));
        assertThat(Period.containing(LocalDate.of(2021, 3, 31))).isEqualTo(new Period(year, 12));
        assertThat(new Period(year, 13).span()).isEqualTo(new Period(year, 12).span());
        assertThat(new Period(year, 11).span().to()).isEqualTo(LocalDate.of(2021, 2, 28));
    }
}
