package uk.jointdesk.kpi.register.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Laws;

class LifeAndLevelsTest {

    private static final LocalDate JULY = LocalDate.parse("2021-07-01");
    private static final Family IMT =
            new Family("imt", "A contract", LocalDate.parse("2015-04-01"), Audience.BOARD, "a report");

    @Test
    void november_2020_is_month_68_of_the_sixth_contract_year() {
        assertThat(IMT.contractMonth(YearMonth.parse("2020-11"))).contains(new Family.ContractMonth(6, 68));
        assertThat(IMT.contractMonth(YearMonth.parse("2021-03"))).contains(new Family.ContractMonth(6, 72));
        assertThat(IMT.contractMonth(YearMonth.parse("2021-04"))).contains(new Family.ContractMonth(7, 73));
        assertThat(IMT.contractMonth(YearMonth.parse("2015-04"))).contains(new Family.ContractMonth(1, 1));
        assertThat(IMT.contractMonth(YearMonth.parse("2015-03"))).isEmpty();
    }

    @Test
    void contract_months_count_on_without_gap_and_twelve_make_a_year() {
        Laws.forAll(
                "contract months",
                draw -> YearMonth.of(2015, 4).plusMonths(draw.between(0, 1200)),
                Laws.cases(),
                month -> {
                    var here = IMT.contractMonth(month).orElseThrow();
                    var next = IMT.contractMonth(month.plusMonths(1)).orElseThrow();
                    assertThat(next.month()).isEqualTo(here.month() + 1);
                    assertThat(here.month()).isBetween((here.year() - 1) * 12 + 1, here.year() * 12);
                });
    }

    @Test
    void the_levels_of_a_glide_path_hold_until_the_next_ones() {
        GlidePath path =
                new GlidePath(List.of(level("2021-09-01", "95"), level("2021-07-01", "85"), level("2021-08-01", "90")));
        assertThat(path.on(JULY.minusDays(1))).isEmpty();
        assertThat(path.on(LocalDate.parse("2021-07-31")).orElseThrow().tsl()).isEqualByComparingTo("85");
        assertThat(path.on(LocalDate.parse("2021-08-01")).orElseThrow().tsl()).isEqualByComparingTo("90");
        assertThat(path.on(LocalDate.parse("2030-01-01")).orElseThrow().tsl()).isEqualByComparingTo("95");
    }

    @Test
    void first_levels_may_begin_in_the_past_and_later_ones_may_not() {
        GlidePath first =
                new GlidePath(List.of()).then(List.of(level("2015-04-01", "95")), Direction.HIGHER_IS_BETTER, JULY);
        assertThatThrownBy(() -> first.then(List.of(level("2021-06-30", "80")), Direction.HIGHER_IS_BETTER, JULY))
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo("levels-retroactive");
        assertThat(first.then(List.of(level("2021-07-01", "80")), Direction.HIGHER_IS_BETTER, JULY)
                        .levels())
                .hasSize(2);
    }

    @Test
    void a_life_goes_forward_and_months_that_are_over_keep_their_state() {
        Life live = new Life(List.of(new Stage(LocalDate.parse("2015-04-01"), State.LIVE, null, null)));
        Life retiring = live.then(new Stage(JULY, State.RETIRING, "CCN-1", null), JULY);
        assertThat(retiring.on(JULY.minusDays(1))).contains(State.LIVE);
        assertThat(retiring.on(JULY)).contains(State.RETIRING);
        assertThat(State.RETIRING.isMeasured()).isTrue();
        Stage back = new Stage(JULY.plusDays(1), State.PLANNED, null, null);
        assertThatThrownBy(() -> retiring.then(back, JULY)).extracting("code").isEqualTo("state-refused");
        Stage past = new Stage(JULY.minusDays(1), State.RETIRED, null, null);
        assertThatThrownBy(() -> live.then(past, JULY)).extracting("code").isEqualTo("state-retroactive");
        Life gone = retiring.then(new Stage(JULY.plusDays(9), State.REPLACED, null, null), JULY);
        assertThatThrownBy(() -> gone.then(new Stage(JULY.plusDays(20), State.LIVE, null, null), JULY))
                .extracting("code")
                .isEqualTo("state-refused");
    }

    @Test
    void a_formula_reads_as_a_sentence_with_its_words() {
        Formula open = new Formula(
                2, JULY, FormulaKind.OPEN_OLDER_THAN, new TreeSet<>(List.of("INCIDENT")), new TreeSet<>(), 30);
        assertThat(open.text())
                .isEqualTo("Tickets (INCIDENT; any priority) open at the end of the month and logged more than 30 days"
                        + " before it, out of all of them open then.");
        assertThatThrownBy(() -> open.check(Unit.NUMBER, "/formula"))
                .extracting("pointer")
                .isEqualTo("/formula/kind");
        Formula ageless = new Formula(1, JULY, FormulaKind.OPEN_OLDER_THAN, new TreeSet<>(), new TreeSet<>(), 0);
        assertThatThrownBy(() -> ageless.check(Unit.PERCENT, "/formula"))
                .extracting("pointer")
                .isEqualTo("/formula/days");
        Formula unknown = new Formula(1, JULY, FormulaKind.LOGGED, new TreeSet<>(), new TreeSet<>(List.of("P9")), 0);
        assertThatThrownBy(() -> unknown.check(Unit.NUMBER, "/formula"))
                .extracting("pointer")
                .isEqualTo("/formula/priorities");
    }

    private static Level level(String from, String tsl) {
        return new Level(LocalDate.parse(from), new BigDecimal(tsl), null, null, "test", null);
    }
}
