package uk.jointdesk.kpi.breakdown.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
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
        Map<Cell, C> rows = new HashMap<>();
        expected().forEach(cell -> rows.put(cell, nothing));
        int[] periodOf = IntStream.range(0, months.size()).map(this::periodOf).toArray();
        Map<String, List<String>> partnerRows = new HashMap<>();
        figures.forEach((slice, figure) -> {
            int period = slice.month() == Cell.BEFORE ? Cell.BEFORE : periodOf[slice.month()];
            for (String row : partnerRows.computeIfAbsent(slice.partner(), partner -> rowsOf(slice))) {
                rows.merge(cellOf(slice, row, period), figure, plus);
            }
        });
        // In order only once: rows are asked for far more often while figures are added up than there are rows.
        return new TreeMap<>(rows);
    }

    private List<String> rowsOf(Slice slice) {
        return asked(Dimension.PARTNER) ? partners.rowsOf(slice.partner()) : partners.unbroken(slice);
    }

    private Cell cellOf(Slice slice, String row, int period) {
        return new Cell(
                named(Dimension.PRIORITY, slice.priority()),
                asked(Dimension.PARTNER) ? row : null,
                period,
                named(Dimension.TYPE, slice.type()),
                named(Dimension.QUEUE, slice.queue()),
                named(Dimension.ORGANISATION, slice.organisation()),
                named(Dimension.CATEGORY, slice.category()));
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
        LocalDate day = months.get(month).from();
        return IntStream.range(0, periods.size())
                .filter(i -> periods.get(i).contains(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(day + " lies in no period of the answer"));
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
