package uk.jointdesk.finance.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.statement.PublishedYears;

/** The figures that the Joint Committee published, as the statements print them. */
class PublishedStatementsTest {

    @Test
    void the_outturn_of_2020_21_is_1_5k_under_14_6m() {
        Statement statement = PublishedYears.monitoring2020();
        assertThat(amount(statement, "lines/BASE/budget")).isEqualTo("14600000.00");
        assertThat(amount(statement, "lines/BASE/actual")).isEqualTo("14598500.00");
        assertThat(amount(statement, "lines/ALL/variance")).isEqualTo("-1500.00");
        assertThat(statement.sections().get(0).paragraphs())
                .containsExactly("Forecast outturn £14,598,500.00: £1,500.00 under the budget of £14,600,000.00."
                        + " Spent to date: £14,598,500.00.");
    }

    @Test
    void the_forecast_of_2021_22_is_45k_over_and_says_that_it_was_read_from_two_periods_only() {
        Statement statement = PublishedYears.monitoring2021();
        assertThat(amount(statement, "lines/BASE/variance")).isEqualTo("45000.00");
        assertThat(statement.cell("lines/BASE/basis").value())
                .isEqualTo(new Value.Words("P1 to P2: Agency staff until permanent posts are filled"));
        assertThat(amount(statement, "lines/BASE/budget-to-date")).isEqualTo("2433333.33");
        assertThat(statement.cell("lines/BASE/budget-to-date").working().words())
                .isEqualTo("£14,600,000.00 × 2 of 12 months");
    }

    @Test
    void covid_stands_apart_and_is_added_only_where_it_says_so() {
        Statement statement = PublishedYears.monitoring2020();
        assertThat(amount(statement, "lines/ALL/actual")).isEqualTo("14598500.00");
        assertThat(amount(statement, "covid/ALL/actual")).isEqualTo("954800.00");
        assertThat(amount(statement, "all/ALL/actual")).isEqualTo("15553300.00");
        assertThat(statement.cell("all/ALL/actual").working().plus())
                .containsExactly("all/SERVICE/actual", "all/COVID/actual");
    }

    @Test
    void covid_is_954_8k_at_the_end_of_2020_21_and_975_5k_to_date_which_is_20_7k_in_the_year() {
        Statement statement = PublishedYears.covid2021();
        assertThat(amount(statement, "years/2020-21/cumulative")).isEqualTo("954800.00");
        assertThat(amount(statement, "years/2021-22/cumulative")).isEqualTo("975500.00");
        assertThat(amount(statement, "years/2021-22/in-year")).isEqualTo("20700.00");
        assertThat(amount(statement, "partners/ALL/before")).isEqualTo("954800.00");
        assertThat(amount(statement, "partners/ALL/in-year")).isEqualTo("20700.00");
        assertThat(amount(statement, "partners/ALL/cumulative")).isEqualTo("975500.00");
        assertThat(statement.cell("partners/ALL/cumulative").assumption()).isFalse();
        assertThat(statement.cell("partners/LBB/cumulative").assumption()).isTrue();
    }

    @Test
    void tc47_southwark_pays_for_the_151_days_from_1_november_2017() {
        Statement statement = PublishedYears.southwark2017();
        assertThat(amount(statement, "terms-BASE/1/cost")).isEqualTo("1406575.34");
        assertThat(amount(statement, "pools/ALL/amount")).isEqualTo("468858.44");
        assertThat(statement.cell("terms-BASE/1/days").value())
                .isInstanceOfSatisfying(
                        Value.Quantity.class, days -> assertThat(days.written()).isEqualTo("151"));
        assertThat(statement.cell("terms-BASE/1/amount").working().words()).isEqualTo("£1,406,575.34 × 1 / 3");
        assertThat(amount(statement, "whole/OTHERS/amount")).isEqualTo("2931141.56");
        assertThat(amount(statement, "whole/ALL/amount")).isEqualTo("3400000.00");
    }

    @Test
    void lewisham_homes_is_within_lewisham_to_the_penny_with_its_own_charges() {
        Statement statement = PublishedYears.lewisham2018();
        assertThat(amount(statement, "pools/BASE/amount")).isEqualTo("4193542.17");
        assertThat(amount(statement, "pools/DIRECT/amount")).isEqualTo("1500.15");
        assertThat(amount(statement, "within/ALL/ALL")).isEqualTo(amount(statement, "pools/ALL/amount"));
        assertThat(amount(statement, "within/DIRECT/LH")).isEqualTo("300.05");
        assertThat(amount(statement, "whole/ALL/amount")).isEqualTo("14601500.15");
    }

    @Test
    void three_years_stand_side_by_side_and_a_year_without_a_budget_says_so() {
        Statement statement = PublishedYears.threeYears();
        assertThat(amount(statement, "forecast/SERVICE/2020-21")).isEqualTo("14598500.00");
        assertThat(amount(statement, "forecast/SERVICE/2021-22")).isEqualTo("14645000.00");
        assertThat(amount(statement, "actual/COVID/2021-22")).isEqualTo("20700.00");
        assertThat(statement.cell("budget/ALL/2022-23").value()).isNull();
        assertThat(statement.sections().get(0).paragraphs()).containsExactly("2022-23 has no budget.");
    }

    @Test
    void what_rests_on_an_assumption_is_marked_wherever_it_is_added() {
        Statement lewisham = PublishedYears.lewisham2018();
        assertThat(lewisham.cell("pools/ALL/amount").assumption()).isTrue();
        assertThat(lewisham.cell("pools/DIRECT/amount").assumption()).isFalse();
        assertThat(lewisham.notes()).first().asString().contains("(A)");
        assertThat(PublishedYears.monitoring2020().cells()).noneMatch(Cell::assumption);
    }

    @Test
    void the_same_council_on_what_was_posted_pays_its_part_of_the_outturn() {
        var base = PublishedYears.pool(
                PublishedYears.Y2020, "BASE", uk.jointdesk.finance.budget.domain.PoolKind.BASE, "14600000.00", false);
        var posted = new uk.jointdesk.finance.posting.domain.PostedCost(
                "BASE",
                new uk.jointdesk.finance.year.domain.Period(PublishedYears.Y2020, 12),
                null,
                Money.parse("14598500.00"));
        Statement statement = PublishedYears.contribution(
                "LBB", "Brent", Basis.ACTUAL, PublishedYears.Y2020, List.of(base), List.of(posted));
        assertThat(amount(statement, "pools/BASE/cost")).isEqualTo("14598500.00");
        assertThat(amount(statement, "whole/ALL/amount")).isEqualTo("14598500.00");
        assertThat(statement.cell("whole/ALL/amount").assumption()).isFalse();
    }

    @Test
    void a_statement_whose_sum_does_not_add_up_cannot_exist() {
        Cell part = Cell.given("t/A/amount", Money.parse("1.00"), "test", false);
        Cell wrong = new Cell(
                "t/ALL/amount",
                new Value.Amount(Money.parse("1.01")),
                Working.sum(List.of(part.id()), List.of()),
                false);
        assertThatThrownBy(() -> statement(part, wrong)).hasMessage("t/ALL/amount says 1.01 and adds up to 1.00");
        Cell lost = new Cell("t/ALL/amount", null, Working.sum(List.of("t/B/amount"), List.of()), false);
        assertThatThrownBy(() -> statement(part, lost)).hasMessage("no cell t/B/amount");
    }

    private static Statement statement(Cell... cells) {
        List<Table.Row> rows = java.util.stream.Stream.of(cells)
                .map(cell -> new Table.Row(cell.id(), List.of("row"), List.of(cell), false))
                .toList();
        Table table = new Table("t", "T", List.of("Row"), List.of(new Table.Column("amount", "Amount")), rows);
        Section section = new Section("s", "S", List.of(), List.of(table), List.of());
        return new Statement(PublishedYears.covid2021().heading(), List.of(section), List.of(), List.of());
    }

    private static String amount(Statement statement, String cell) {
        return statement.cell(cell).amount().toString();
    }
}
