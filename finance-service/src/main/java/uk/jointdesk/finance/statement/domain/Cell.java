package uk.jointdesk.finance.statement.domain;

import java.util.List;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/**
 * One figure of a statement, or the words in its place.
 *
 * @param id unique in the statement: table, row and column
 * @param value null where there is none, such as the budget of a year that has none
 * @param working the sum that leads to it; null for what needs none
 * @param assumption whether it rests on an amount or a share that is assumed and not published
 */
public record Cell(String id, Value value, Working working, boolean assumption) {

    /** An amount from the facts. */
    public static Cell given(String id, Money amount, String source, boolean assumption) {
        return new Cell(id, new Value.Amount(amount), Working.from(source), assumption);
    }

    /** An amount that is part of another. */
    public static Cell divided(String id, Money amount, String words, boolean assumption) {
        return new Cell(id, new Value.Amount(amount), Working.by(words), assumption);
    }

    public static Cell sum(String id, List<Cell> parts) {
        Money sum = Money.sum(parts.stream().map(Cell::amount).toList());
        return new Cell(id, new Value.Amount(sum), Working.sum(ids(parts), List.of()), anyAssumed(parts));
    }

    public static Cell difference(String id, Cell from, Cell taken) {
        Money left = from.amount().minus(taken.amount());
        Working working = Working.sum(List.of(from.id), List.of(taken.id));
        return new Cell(id, new Value.Amount(left), working, from.assumption || taken.assumption);
    }

    public static Cell words(String id, String text) {
        return new Cell(id, text == null ? null : new Value.Words(text), null, false);
    }

    public static Cell ratio(String id, Fraction fraction, boolean assumption) {
        return new Cell(id, new Value.Ratio(fraction), null, assumption);
    }

    public static Cell quantity(String id, Fraction number, boolean assumption) {
        return new Cell(id, new Value.Quantity(number), null, assumption);
    }

    public static Cell none(String id) {
        return new Cell(id, null, null, false);
    }

    /** The same, marked otherwise: a published total of assumed shares is not assumed itself. */
    public Cell assumed(boolean assumed) {
        return new Cell(id, value, working, assumed);
    }

    /** Of a cell without an amount, nothing: it adds nothing to a sum. */
    public Money amount() {
        return value instanceof Value.Amount amount ? amount.money() : Money.ZERO;
    }

    private static List<String> ids(List<Cell> cells) {
        return cells.stream().map(Cell::id).toList();
    }

    private static boolean anyAssumed(List<Cell> cells) {
        return cells.stream().anyMatch(Cell::assumption);
    }
}
