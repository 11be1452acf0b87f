package uk.jointdesk.finance.budget.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.testkit.Laws;

class BudgetPlanTest {
    private static final FinancialYear FIRST = new FinancialYear(2018);

    @Test
    void a_year_shows_revenue_that_comes_once_revenue_that_goes_on_and_capital() {
        BudgetPlan plan = plan(
                new FinancialYear(2020),
                line(2018, "T", PoolKind.PROJECT, Recurrence.ONE_OFF, 400),
                line(2018, "R", PoolKind.BASE, Recurrence.ONGOING, 200),
                line(2018, "D", PoolKind.CAPITAL, Recurrence.ONGOING, 450),
                line(2020, "D", PoolKind.CAPITAL, Recurrence.ONE_OFF, 1));
        assertThat(plan.years()).containsExactly(year(2018, 400, 200, 450), year(2019, 0, 0, 0), year(2020, 0, 0, 1));
        assertThat(plan.years().get(0).total()).isEqualTo(Money.ofPence(1050));
    }

    @Test
    void a_plan_names_each_line_once_a_year_and_stays_within_its_years() {
        PlanLine line = line(2018, "T", PoolKind.BASE, Recurrence.ONGOING, 1);
        refused("line-twice", () -> plan(FIRST, line, line));
        refused("line-outside-plan", () -> plan(FIRST, line(2019, "T", PoolKind.BASE, Recurrence.ONGOING, 1)));
        refused("line-outside-plan", () -> plan(FIRST, line(2017, "T", PoolKind.BASE, Recurrence.ONGOING, 1)));
        refused("years-reversed", () -> plan(new FinancialYear(2017)));
        refused("plan-too-long", () -> plan(new FinancialYear(2028)));
    }

    @Test
    void a_saving_takes_away() {
        LineTerms saving = new LineTerms(Recurrence.ONGOING, false, true, null, null);
        saving.check(Money.ofPence(-1));
        saving.check(Money.ZERO);
        refused("saving-above-zero", () -> saving.check(Money.ofPence(1)));
    }

    @Test
    void the_years_of_a_plan_add_up_to_its_lines() {
        Laws.forAll(
                "years add up",
                draw -> draw.<Long>listOf(0, one -> one.between(-900L, 900L)),
                Laws.cases(),
                amounts -> {
                    PlanLine[] lines = new PlanLine[amounts.size()];
                    for (int i = 0; i < lines.length; i++) {
                        PoolKind kind = PoolKind.values()[i % PoolKind.values().length];
                        Recurrence recurrence = Recurrence.values()[i % 2];
                        lines[i] = line(2018 + i % 3, "L" + i, kind, recurrence, amounts.get(i));
                    }
                    Money years = Money.sum(plan(new FinancialYear(2020), lines).years().stream()
                            .map(BudgetPlan.Year::total)
                            .toList());
                    assertThat(years.pence())
                            .isEqualTo(
                                    amounts.stream().mapToLong(Long::longValue).sum());
                });
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                .isEqualTo(code));
    }

    private static BudgetPlan plan(FinancialYear last, PlanLine... lines) {
        return new BudgetPlan("P", "P", FIRST, last, List.of(lines), "test", false, null, 1);
    }

    private static PlanLine line(int year, String code, PoolKind kind, Recurrence recurrence, long pence) {
        LineTerms terms = new LineTerms(recurrence, false, false, null, null);
        return new PlanLine(new FinancialYear(year), code, code, kind, Money.ofPence(pence), terms, null, "test");
    }

    private static BudgetPlan.Year year(int year, long oneOff, long ongoing, long capital) {
        return new BudgetPlan.Year(
                new FinancialYear(year), Money.ofPence(oneOff), Money.ofPence(ongoing), Money.ofPence(capital));
    }
}
