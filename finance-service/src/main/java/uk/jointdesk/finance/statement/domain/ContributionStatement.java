package uk.jointdesk.finance.statement.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.finance.budget.domain.CostPool;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.contribution.domain.PoolShare;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.PostedCost;

/**
 * What one council pays for a year, line by line, with the sum that leads to each figure. The others appear as one sum:
 * how many they are and what any of them weighs is not the council's business.
 */
public final class ContributionStatement {
    static final String DIRECT = "DIRECT";
    static final String INCOME = "INCOME";
    static final String CREDITS = "CREDITS";
    private static final int MOST_BARS = 8;
    private static final List<Table.Column> POOL_COLUMNS = List.of(
            new Table.Column("cost", "Cost of the whole line"),
            new Table.Column("share", "Share"),
            new Table.Column("amount", "Contribution"));
    private static final List<Table.Column> AMOUNT = List.of(new Table.Column("amount", "Amount"));

    private final ContributionFigures figures;
    private final Contribution own;
    private final ShareTables shares;

    private ContributionStatement(ContributionFigures figures) {
        this.figures = figures;
        this.own = figures.own();
        this.shares = new ShareTables(figures);
    }

    /** @param asAt when the ledger last changed, or null */
    public static Statement of(ContributionFigures figures, Instant asAt) {
        return new ContributionStatement(figures).statement(asAt);
    }

    private Statement statement(Instant asAt) {
        List<Table> terms = own.pools().stream().map(shares::of).toList();
        Table direct = direct();
        Table summary = summary(terms, direct);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "contribution", "Contribution", List.of(headline()), List.of(summary), bars(summary, terms.size())));
        if (!terms.isEmpty()) {
            sections.add(new Section("terms", "How each share is worked out", List.of(), terms, List.of()));
        }
        sections.add(new Section("direct", "Direct charges", charges(), List.of(direct), List.of()));
        if (!own.within().isEmpty()) {
            Table within = new WithinTable(own, shares).table();
            sections.add(new Section("within", "Own part and sub-bodies", List.of(), List.of(within), List.of()));
        }
        sections.add(whole(summary));
        return new Statement(heading(asAt), sections, definitions(), notes());
    }

    private Heading heading(Instant asAt) {
        String basis = figures.basis() == Basis.BUDGET
                ? "The year's budget, accruing by day, and direct charges posted up to P"
                : "What was posted up to P";
        return new Heading(
                "contribution",
                "Contribution statement: " + figures.name(),
                own.partner(),
                figures.upTo(),
                basis + figures.upTo().number() + ".",
                asAt);
    }

    private String headline() {
        String less = own.earned().isZero() && own.credited().isZero()
                ? ""
                : ", less %s of income and %s of service credits"
                        .formatted(Pounds.written(own.earned()), Pounds.written(own.credited()));
        return "%s contributes %s: %s of shared costs and %s of direct charges%s."
                .formatted(
                        figures.name(),
                        Pounds.written(own.total()),
                        Pounds.written(own.shared()),
                        Pounds.written(own.charged()),
                        less);
    }

    private Table summary(List<Table> terms, Table direct) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            rows.add(pool(own.pools().get(i), terms.get(i)));
        }
        Cell charged = Cell.sum("pools/" + DIRECT + "/amount", List.of(last(direct, 0)));
        rows.add(row(DIRECT, "Direct charges", charged));
        lessRow(INCOME, "Less income and grants", own.earned(), "Its shares, and what is its alone")
                .ifPresent(rows::add);
        lessRow(CREDITS, "Less service credits", own.credited(), "Its shares").ifPresent(rows::add);
        rows.add(total(rows));
        return new Table("pools", "What is paid", List.of("Line", "Title"), POOL_COLUMNS, rows);
    }

    private Table.Row total(List<Table.Row> rows) {
        Cell total = Cell.sum(
                "pools/ALL/amount", rows.stream().map(row -> row.cells().get(2)).toList());
        if (!total.amount().equals(own.total())) {
            throw new IllegalStateException("the rows add up to " + total.amount() + " of " + own.total());
        }
        return new Table.Row("ALL", List.of("ALL", "Contribution"), cells("ALL", total), true);
    }

    private Table.Row pool(PoolShare share, Table terms) {
        CostPool pool = share.pool();
        String row = "pools/" + pool.code() + "/";
        boolean budget = figures.basis() == Basis.BUDGET;
        String source =
                budget ? pool.source() : "Posted in P1 to P" + figures.upTo().number();
        List<Cell> cells = List.of(
                Cell.given(row + "cost", share.cost(), source, budget && pool.assumption()),
                Cell.ratio(row + "share", share.line().fraction(), shares.isAssumed(share)),
                Cell.sum(row + "amount", List.of(last(terms, terms.columns().size() - 1))));
        return new Table.Row(pool.code(), List.of(pool.code(), pool.title()), cells, false);
    }

    private static Optional<Table.Row> lessRow(String code, String title, Money amount, String source) {
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(
                        row(code, title, Cell.given("pools/" + code + "/amount", amount.negated(), source, false)));
    }

    private static Table.Row row(String code, String title, Cell amount) {
        return new Table.Row(code, List.of(code, title), cells(code, amount), false);
    }

    private static List<Cell> cells(String row, Cell amount) {
        return List.of(Cell.none("pools/" + row + "/cost"), Cell.none("pools/" + row + "/share"), amount);
    }

    private static Cell last(Table table, int column) {
        return table.rows().get(table.rows().size() - 1).cells().get(column);
    }

    private static List<Chart> bars(Table summary, int lines) {
        List<Table.Row> pools = summary.rows().subList(0, lines);
        if (pools.isEmpty() || pools.size() > MOST_BARS) {
            return List.of();
        }
        return List.of(new Chart(
                "pools",
                "Cost of each line and the contribution to it",
                pools.stream().map(Table.Row::code).toList(),
                List.of(series("Whole line", pools, 0), series("Contribution", pools, 2))));
    }

    private static Chart.Series series(String name, List<Table.Row> rows, int column) {
        return new Chart.Series(
                name, rows.stream().map(row -> row.cells().get(column).id()).toList());
    }

    private List<String> charges() {
        return own.direct().isEmpty() ? List.of("Nothing was charged directly.") : List.of();
    }

    private Table direct() {
        List<Table.Row> rows = new ArrayList<>();
        for (PostedCost cost : own.direct()) {
            int number = rows.size() + 1;
            Cell amount = Cell.given("direct/" + number + "/amount", cost.amount(), "Posted to " + cost.line(), false);
            List<String> heads =
                    List.of(cost.partner(), cost.line(), "P" + cost.period().number());
            rows.add(new Table.Row(Integer.toString(number), heads, List.of(amount), false));
        }
        Cell sum = Cell.sum(
                "direct/ALL/amount",
                rows.stream().map(row -> row.cells().get(0)).toList());
        rows.add(new Table.Row("ALL", List.of("ALL", "All lines", "All periods"), List.of(sum), true));
        return new Table("direct", "Charged directly", List.of("Partner", "Line", "Period"), AMOUNT, rows);
    }

    /** The parts add up to the whole without telling one of the others from another. */
    private Section whole(Table summary) {
        Cell mine = Cell.sum("whole/OWN/amount", List.of(last(summary, 2)));
        List<Cell> parts = new ArrayList<>(List.of(mine));
        List<Table.Row> rows = new ArrayList<>();
        rows.add(new Table.Row("OWN", List.of(figures.name()), List.of(mine), false));
        if (figures.others() != null) {
            String source = "All shares and direct charges but its own, as one sum";
            Cell others = Cell.given("whole/OTHERS/amount", figures.others().total(), source, mine.assumption());
            parts.add(others);
            rows.add(new Table.Row("OTHERS", List.of("All other partners, as one"), List.of(others), false));
        }
        boolean assumed = own.pools().stream().anyMatch(share -> share.pool().assumption());
        Cell all = Cell.sum("whole/ALL/amount", parts).assumed(assumed && figures.basis() == Basis.BUDGET);
        rows.add(new Table.Row("ALL", List.of("Cost of the service"), List.of(all), true));
        Table table = new Table("whole", "Everybody's contributions", List.of("Paid by"), AMOUNT, rows);
        return new Section("whole", "The whole service", List.of(), List.of(table), List.of());
    }

    private List<String> notes() {
        return Notes.about(own.pools().stream().map(PoolShare::pool).toList());
    }

    private static List<Definition> definitions() {
        return List.of(
                new Definition("Line", "A cost pool of the budget, divided among the partners by one scheme."),
                new Definition(
                        "Term",
                        "Days in a row with the same version of the scheme and the same members. The cost of a line is"
                                + " split over its terms by days first, and each term among its members then."),
                new Definition(
                        "Share", "Own weight divided by all weights; of a line with several terms, over them all."),
                new Definition(
                        "Largest remainder",
                        "Every share is rounded down to the penny; the pennies left go to the largest remainders, ties"
                                + " to the lowest partner code."),
                new Definition("Direct charge", "A cost of one partner alone, such as an extra service."));
    }
}
