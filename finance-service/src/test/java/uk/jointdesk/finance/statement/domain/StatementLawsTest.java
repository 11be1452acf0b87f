package uk.jointdesk.finance.statement.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.forecast.domain.Forecast;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.posting.domain.PostedCost;
import uk.jointdesk.finance.statement.PublishedYears;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** What holds of the statements of any budget, by another arithmetic than theirs. */
class StatementLawsTest {
    private static final int CASES = Math.min(Laws.oracleCases(), 20_000);
    private static final BigDecimal NOTHING = new BigDecimal("0.00");
    private static final BigDecimal TWELVE_PENCE = new BigDecimal("0.12");
    private static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS");

    /** Lines of all kinds, some without a forecast, and charges to some partners. */
    private record Budget(List<LinePosition> lines, List<PostedCost> charges, Period upTo) {

        static Budget draw(Draw draw) {
            Period upTo = new Period(PublishedYears.Y2018, draw.between(1, 13));
            List<LinePosition> lines = new ArrayList<>();
            for (int i = 0; i < draw.between(1, 6); i++) {
                lines.add(line("L" + i, draw, upTo.number()));
            }
            List<PostedCost> charges = new ArrayList<>();
            for (int i = 0; i < draw.between(0, 4); i++) {
                String partner = List.of("LBB", "LBL", "LBS", "LH").get(draw.between(0, 3));
                Period period = new Period(PublishedYears.Y2018, draw.between(1, 13));
                charges.add(new PostedCost("L0", period, partner, money(draw)));
            }
            return new Budget(lines, charges, upTo);
        }

        private static LinePosition line(String code, Draw draw, int upTo) {
            List<PoolKind> kinds = List.of(PoolKind.BASE, PoolKind.PROJECT, PoolKind.CAPITAL, PoolKind.BASE);
            PoolKind kind = kinds.get(draw.between(0, 3));
            var pool = PublishedYears.pool(
                    PublishedYears.Y2018, code, kind, money(draw).toString(), draw.chance(50));
            Forecast forecast = draw.chance(50) ? null : PublishedYears.forecast(code, money(draw), "cause");
            return PublishedYears.position(pool, money(draw), forecast, upTo);
        }

        private static Money money(Draw draw) {
            return Money.ofPence(draw.between(-999_999_999L, 1_460_000_000L));
        }
    }

    @Test
    void a_monitoring_statement_adds_up_over_lines_and_over_kinds() {
        Laws.forAll("monitoring adds up", Budget::draw, CASES, budget -> {
            Statement statement = MonitoringStatement.of(budget.lines(), budget.upTo(), PublishedYears.AS_AT);
            Laws.same(sum(budget, "budget"), pounds(statement, "lines/ALL/budget"));
            Laws.same(sum(budget, "expected").subtract(sum(budget, "budget")), pounds(statement, "lines/ALL/variance"));
            BigDecimal kinds = statement.sections().get(0).tables().get(1).column(MonitoringTable.VARIANCE).stream()
                    .map(cell -> new BigDecimal(cell.amount().toString()))
                    .reduce(NOTHING, BigDecimal::add);
            Laws.same(pounds(statement, "lines/ALL/variance"), kinds);
        });
    }

    @Test
    void the_budget_to_date_is_within_a_penny_of_its_twelfths_and_the_whole_at_the_end_of_the_year() {
        Laws.forAll("budget to date", Budget::draw, CASES, budget -> {
            Statement statement = MonitoringStatement.of(budget.lines(), budget.upTo(), PublishedYears.AS_AT);
            long months = Math.min(12, budget.upTo().number());
            for (LinePosition line : budget.lines()) {
                BigDecimal all = new BigDecimal(line.pool().budget().toString());
                BigDecimal toDate = pounds(statement, "lines/" + line.pool().code() + "/budget-to-date");
                BigDecimal exact = all.multiply(BigDecimal.valueOf(months));
                BigDecimal away = toDate.multiply(BigDecimal.valueOf(12)).subtract(exact);
                Laws.holds(away.abs().compareTo(TWELVE_PENCE) < 0, away);
                Laws.holds(budget.upTo().number() < 12 || toDate.compareTo(all) == 0, toDate);
            }
        });
    }

    @Test
    void the_contributions_of_all_statements_add_up_to_the_cost_that_each_of_them_shows() {
        Laws.forAll("contributions add up", Budget::draw, CASES, budget -> {
            List<Statement> statements = PARTNERS.stream()
                    .map(partner -> PublishedYears.contribution(
                            partner,
                            partner,
                            Basis.BUDGET,
                            PublishedYears.Y2018,
                            budget.lines().stream().map(LinePosition::pool).toList(),
                            budget.charges()))
                    .toList();
            BigDecimal paid = statements.stream()
                    .map(statement -> pounds(statement, "pools/ALL/amount"))
                    .reduce(NOTHING, BigDecimal::add);
            BigDecimal charged = budget.charges().stream()
                    .map(cost -> new BigDecimal(cost.amount().toString()))
                    .reduce(NOTHING, BigDecimal::add);
            Laws.same(sum(budget, "budget").add(charged), paid);
            statements.forEach(statement -> Laws.same(paid, pounds(statement, "whole/ALL/amount")));
            Laws.same(pounds(statements.get(1), "pools/ALL/amount"), pounds(statements.get(1), "within/ALL/ALL"));
        });
    }

    private static BigDecimal sum(Budget budget, String what) {
        return budget.lines().stream()
                .map(line -> what.equals("budget") ? line.pool().budget() : line.expected())
                .map(amount -> new BigDecimal(amount.toString()))
                .reduce(NOTHING, BigDecimal::add);
    }

    private static BigDecimal pounds(Statement statement, String cell) {
        return new BigDecimal(statement.cell(cell).amount().toString());
    }
}
