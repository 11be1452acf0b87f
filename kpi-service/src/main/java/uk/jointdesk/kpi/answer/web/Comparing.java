package uk.jointdesk.kpi.answer.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.comparison.domain.Figure;
import uk.jointdesk.kpi.comparison.domain.Length;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Range;

/**
 * Sets the figures of one measure beside those of another time, group by group.
 *
 * @param read how the groups of a question are read
 * @param nothing the figures of a group that one side does not have
 * @param figures what of a group is compared
 */
public record Comparing<C>(
        Function<Question, AsAt<SortedMap<Cell, C>>> read, C nothing, Function<C, List<Figure>> figures) {

    /** The whole range of a question beside the period asked for; empty when none is. */
    public Optional<Comparison> of(Question question, ComparisonParams params) {
        return params.range().map(other -> compared(question, other));
    }

    private Comparison compared(Question question, Range other) {
        AsAt<SortedMap<Cell, C>> now = read.apply(whole(question, question.range()));
        AsAt<SortedMap<Cell, C>> then = read.apply(whole(question, other));
        List<Comparison.Row> rows = rows(now.figures(), then.figures(), Length.of(question.range()), Length.of(other));
        return new Comparison(
                Comparison.Side.of(question.range(), now.instant()),
                Comparison.Side.of(other, then.instant()),
                Comparison.ROUNDING,
                rows);
    }

    /** The rows of two readings that are already made; lengths are null where they are of moments. */
    public List<Comparison.Row> rows(SortedMap<Cell, C> now, SortedMap<Cell, C> then, Length length, Length other) {
        Set<Cell> cells = new TreeSet<>(now.keySet());
        cells.addAll(then.keySet());
        List<Comparison.Row> rows = new ArrayList<>();
        for (Cell cell : cells) {
            List<Figure> current = figures.apply(now.getOrDefault(cell, nothing));
            List<Figure> previous = figures.apply(then.getOrDefault(cell, nothing));
            List<Comparison.Compared> compared = new ArrayList<>();
            for (int i = 0; i < current.size(); i++) {
                compared.add(Comparison.Compared.of(current.get(i), previous.get(i), length, other));
            }
            rows.add(new Comparison.Row(Group.of(cell), compared));
        }
        return rows;
    }

    private static Question whole(Question question, Range range) {
        Set<Dimension> by = EnumSet.noneOf(Dimension.class);
        by.addAll(question.by());
        by.remove(Dimension.PERIOD);
        return new Question(range, by, question.periodicity(), question.basis(), question.filter(), question.ownRows());
    }
}
