package uk.jointdesk.kpi.breakdown.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import uk.jointdesk.kpi.period.domain.Period;

/**
 * How stored figures add up to the rows of an answer: months to periods, sub-bodies to their parent, partners and
 * UNATTRIBUTED to ALL. The ALL row is added from the same figures as the rows above it, so the parts cannot miss it.
 *
 * @param by what the answer is broken down by
 * @param partners which partner rows there are and where a ticket's partner counts
 * @param priorities the priorities every answer has a row for, when it is broken down by priority
 * @param months the months of the range, in order
 * @param periods the periods of the answer, in order; each month lies in exactly one
 */
public record Breakdown(
        Set<Dimension> by, PartnerRows partners, List<String> priorities, List<Period> months, List<Period> periods) {

    private static final Set<Dimension> KNOWN_FROM_TICKETS =
            Set.of(Dimension.TYPE, Dimension.QUEUE, Dimension.ORGANISATION, Dimension.CATEGORY);

    /** Adds figures up into rows. Rows that could be expected and have no figure hold {@code nothing}. */
    public <C> SortedMap<Cell, C> addUp(Map<Slice, C> figures, C nothing, BinaryOperator<C> plus) {
        SortedMap<Cell, C> rows = new TreeMap<>();
        expected().forEach(cell -> rows.put(cell, nothing));
        figures.forEach((slice, figure) -> rowsOf(slice).forEach(cell -> rows.merge(cell, figure, plus)));
        return rows;
    }

    private List<Cell> rowsOf(Slice slice) {
        int period = periodOf(slice.month());
        List<String> rows = asked(Dimension.PARTNER) ? partners.rowsOf(slice.partner()) : partners.unbroken(slice);
        return rows.stream()
                .map(row -> new Cell(
                        named(Dimension.PRIORITY, slice.priority()),
                        asked(Dimension.PARTNER) ? row : null,
                        period,
                        named(Dimension.TYPE, slice.type()),
                        named(Dimension.QUEUE, slice.queue()),
                        named(Dimension.ORGANISATION, slice.organisation()),
                        named(Dimension.CATEGORY, slice.category())))
                .toList();
    }

    /** Queues and the like are only known from the tickets that have them, so such answers have no empty rows. */
    private List<Cell> expected() {
        if (by.stream().anyMatch(KNOWN_FROM_TICKETS::contains)) {
            return List.of();
        }
        List<Cell> cells = new ArrayList<>();
        for (String priority :
                asked(Dimension.PRIORITY) ? priorities : java.util.Collections.singletonList((String) null)) {
            for (int period = 0; period < periods.size(); period++) {
                for (String row : expectedPartners(periods.get(period))) {
                    cells.add(new Cell(priority, row, period, null, null));
                }
            }
        }
        return cells;
    }

    private List<String> expectedPartners(Period period) {
        return asked(Dimension.PARTNER)
                ? partners.expected(period.from(), period.to())
                : java.util.Collections.singletonList(null);
    }

    private int periodOf(int month) {
        if (month == Cell.BEFORE) {
            return Cell.BEFORE;
        }
        LocalDate day = months.get(month).from();
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).contains(day)) {
                return i;
            }
        }
        throw new IllegalStateException(day + " lies in no period of the answer");
    }

    private boolean asked(Dimension dimension) {
        return by.contains(dimension);
    }

    private String named(Dimension dimension, String value) {
        if (!asked(dimension)) {
            return null;
        }
        return value == null ? Cell.NONE : value;
    }
}
