package uk.jointdesk.finance.statement.domain;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.jointdesk.finance.contribution.domain.Basis;
import uk.jointdesk.finance.contribution.domain.PoolShare;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.year.domain.Span;

/** How each share of a pool was worked out: term by term, cost × weight / all weights, to the penny. */
final class ShareTables {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final List<Table.Column> COLUMNS = List.of(
            new Table.Column("days", "Days"),
            new Table.Column("version", "Scheme and version"),
            new Table.Column("method", "Method"),
            new Table.Column("cost", "Cost of the term"),
            new Table.Column("weight", "Own weight"),
            new Table.Column("weights", "All weights"),
            new Table.Column("share", "Share"),
            new Table.Column("amount", "Amount"));

    private final ContributionFigures figures;

    ShareTables(ContributionFigures figures) {
        this.figures = figures;
    }

    boolean isAssumed(PoolShare share) {
        return isBudgetAssumed(share) || share.steps().stream().anyMatch(step -> areSharesAssumed(share, step));
    }

    private boolean isBudgetAssumed(PoolShare share) {
        return figures.basis() == Basis.BUDGET && share.pool().assumption();
    }

    private boolean areSharesAssumed(PoolShare share, PoolShare.Step step) {
        return figures.assumed().contains(share.pool().scheme(), step.term().version());
    }

    static String code(PoolShare share) {
        return "terms-" + share.pool().code();
    }

    Table of(PoolShare share) {
        List<Table.Row> rows = new ArrayList<>();
        for (PoolShare.Step step : share.steps()) {
            rows.add(row(share, step, rows.size() + 1));
        }
        rows.add(sum(share, rows));
        String caption = share.pool().code() + ": " + share.pool().title() + ", term by term";
        return new Table(code(share), caption, List.of("Term"), COLUMNS, rows);
    }

    private Table.Row row(PoolShare share, PoolShare.Step step, int number) {
        boolean budget = isBudgetAssumed(share);
        boolean shares = areSharesAssumed(share, step);
        PoolShare.Term term = step.term();
        String row = code(share) + "/" + number + "/";
        List<Cell> cells = List.of(
                Cell.quantity(row + "days", days(term), false),
                Cell.words(row + "version", share.pool().scheme() + " version " + term.version()),
                Cell.words(row + "method", term.method().name()),
                Cell.given(row + "cost", term.cost(), source(share), budget),
                Cell.quantity(row + "weight", step.weight(), shares),
                Cell.quantity(row + "weights", term.weights(), shares),
                Cell.ratio(row + "share", step.fraction(), shares),
                Cell.divided(row + "amount", step.amount(), words(step), budget || shares));
        String head = term.from().format(DAY) + " to " + term.to().format(DAY);
        return new Table.Row(Integer.toString(number), List.of(head), cells, false);
    }

    private static Fraction days(PoolShare.Term term) {
        return Fraction.of(new Span(term.from(), term.to()).days(), 1);
    }

    private String source(PoolShare share) {
        return figures.basis() == Basis.BUDGET
                ? "Budget: " + share.pool().source()
                : "Posted in P1 to P" + figures.upTo().number();
    }

    private static String words(PoolShare.Step step) {
        return Pounds.written(step.term().cost()) + " × " + exact(step.weight()) + " / "
                + exact(step.term().weights());
    }

    /** A fraction, as where drivers are mixed, in brackets. */
    private static String exact(Fraction number) {
        String written = new Value.Quantity(number).written();
        return written.contains("/") ? "(" + written + ")" : written;
    }

    private static Table.Row sum(PoolShare share, List<Table.Row> rows) {
        String row = code(share) + "/ALL/";
        List<Cell> cells = new ArrayList<>();
        for (Table.Column column : COLUMNS) {
            cells.add(Cell.none(row + column.code()));
        }
        int amount = COLUMNS.size() - 1;
        cells.set(
                amount,
                Cell.sum(
                        row + COLUMNS.get(amount).code(),
                        rows.stream().map(one -> one.cells().get(amount)).toList()));
        return new Table.Row("ALL", List.of("All terms"), cells, true);
    }
}
