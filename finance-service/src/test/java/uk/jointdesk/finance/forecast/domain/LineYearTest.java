package uk.jointdesk.finance.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.jointdesk.finance.forecast.domain.ForecastMethod.ACTUAL_PLUS_REMAINING_BUDGET;
import static uk.jointdesk.finance.forecast.domain.ForecastMethod.PROFILE;
import static uk.jointdesk.finance.forecast.domain.ForecastMethod.RUN_RATE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class LineYearTest {
    private static final SpendProfile SUMMER =
            new SpendProfile("SUMMER", "Summer", List.of(0, 0, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1), "test");

    @Test
    void what_is_left_of_the_budget_is_added_to_what_was_spent() {
        LineYear line =
                new LineYear(Money.parse("1200.00"), Map.of(1, Money.parse("150.00"), 2, Money.parse("130.00")));
        assertThat(line.outturn(ACTUAL_PLUS_REMAINING_BUDGET, 1, 2, SpendProfile.EVEN))
                .isEqualTo(Money.parse("1280.00"));
        assertThat(line.outturn(ACTUAL_PLUS_REMAINING_BUDGET, 1, 12, SpendProfile.EVEN))
                .isEqualTo(Money.parse("280.00"));
    }

    @Test
    void a_run_rate_goes_on_as_the_periods_it_was_read_from() {
        LineYear line = new LineYear(
                Money.parse("1200.00"),
                Map.of(1, Money.parse("900.00"), 2, Money.parse("100.00"), 3, Money.parse("130.00")));
        assertThat(line.outturn(RUN_RATE, 2, 3, SpendProfile.EVEN))
                .as("900 + 100 + 130, and nine months of 115")
                .isEqualTo(Money.parse("2165.00"));
    }

    @Test
    void a_profile_says_how_much_of_the_year_the_spending_so_far_is() {
        LineYear line =
                new LineYear(Money.parse("1200.00"), Map.of(3, Money.parse("300.00"), 4, Money.parse("330.00")));
        assertThat(line.outturn(PROFILE, 1, 4, SUMMER))
                .as("630 is 6 of 16 parts")
                .isEqualTo(Money.parse("1680.00"));
        assertThatThrownBy(() -> line.outturn(PROFILE, 1, 2, SUMMER))
                .isInstanceOf(RuleBroken.class)
                .extracting(broken -> ((RuleBroken) broken).code())
                .isEqualTo("profile-empty");
        assertThatThrownBy(() -> new SpendProfile("X", "x", List.of(1, 2), "test"))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void the_budget_to_date_is_whole_by_the_twelfth_period_and_never_runs_back() {
        Laws.forAll("budget to date", LineYearTest::draw, Laws.cases(), line -> {
            Money before = Money.ZERO;
            for (int period = 1; period <= 13; period++) {
                Money toDate = line.budgetTo(period, SUMMER);
                Laws.holds(toDate.compareTo(before) >= 0, toDate);
                before = toDate;
            }
            Laws.same(line.budget(), line.budgetTo(12, SUMMER));
            Laws.same(line.budget(), line.budgetTo(13, SpendProfile.EVEN));
        });
    }

    @Test
    void methods_come_to_what_decimals_come_to() {
        Laws.forAll("the oracle's outturn", LineYearTest::draw, Laws.cases(), line -> {
            for (int to = 1; to <= 12; to++) {
                BigDecimal spent = decimal(line.spent(1, to));
                BigDecimal mean = spent.multiply(BigDecimal.valueOf(12 - to))
                        .divide(BigDecimal.valueOf(to), 2, RoundingMode.HALF_UP);
                Laws.same(spent.add(mean), decimal(line.outturn(RUN_RATE, 1, to, SpendProfile.EVEN)));
                BigDecimal budgeted = decimal(line.budget())
                        .multiply(BigDecimal.valueOf(to))
                        .divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
                Laws.same(
                        spent.add(decimal(line.budget())).subtract(budgeted),
                        decimal(line.outturn(ACTUAL_PLUS_REMAINING_BUDGET, 1, to, SpendProfile.EVEN)));
            }
        });
    }

    @Test
    void a_year_that_goes_by_the_profile_is_forecast_right_from_its_first_months() {
        LineYear line = new LineYear(Money.parse("1600.00"), Map.of(3, Money.parse("300.00")));
        assertThat(line.outturn(PROFILE, 3, 3, SUMMER)).isEqualTo(Money.parse("1600.00"));
        assertThat(line.outturn(ACTUAL_PLUS_REMAINING_BUDGET, 1, 3, SUMMER)).isEqualTo(Money.parse("1600.00"));
    }

    @Test
    void errors_are_parts_of_the_outturn_and_their_mean_does_not_cancel_out() {
        Money outturn = Money.parse("100.00");
        Fraction over = LineYear.error(Money.parse("110.00"), outturn);
        Fraction under = LineYear.error(Money.parse("90.00"), outturn);
        assertThat(over).isEqualTo(Fraction.of(1, 10));
        assertThat(LineYear.meanError(List.of(over, under))).isEqualTo(Fraction.of(1, 10));
        assertThat(LineYear.error(outturn, Money.ZERO)).isNull();
        assertThat(LineYear.meanError(List.of())).isNull();
    }

    private static LineYear draw(Draw draw) {
        Map<Integer, Money> spent = new HashMap<>();
        for (int period = 1; period <= 12; period++) {
            if (draw.chance(80)) {
                spent.put(period, Money.ofPence(draw.between(-10_000L, 10_000_000L)));
            }
        }
        return new LineYear(Money.ofPence(draw.between(0L, 2_000_000_000L)), spent);
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.toString());
    }
}
