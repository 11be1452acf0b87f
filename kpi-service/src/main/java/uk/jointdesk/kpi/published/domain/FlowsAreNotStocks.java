package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that jumps and, less the column before it, is in line with the one after it, is a running total. The first
 * quarter of 2018 in the board pack of February 2019 holds 2017 as well: 100,447 - 66,133 = 34,314, then 35,333.
 */
final class FlowsAreNotStocks implements Check {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<PublishedPeriod> columns = table.of(PublishedMeasure.VOLUME)
                .map(PublishedFigure::period)
                .distinct()
                .sorted()
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i + 1 < columns.size(); i++) {
            finding(table, columns.get(i - 1), columns.get(i), columns.get(i + 1))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> finding(
            PublishedTable table, PublishedPeriod before, PublishedPeriod column, PublishedPeriod after) {
        BigDecimal value = sum(table, column);
        BigDecimal earlier = sum(table, before);
        BigDecimal later = sum(table, after);
        BigDecimal flow = value.subtract(earlier);
        boolean jumps = column.months().equals(after.months()) && value.compareTo(TWO.multiply(later)) >= 0;
        boolean inLine = flow.subtract(later).abs().multiply(FOUR).compareTo(later) <= 0;
        if (!jumps || !inLine || !neverFalls(table, before, column)) {
            return Optional.empty();
        }
        String message = "%s (%s) looks cumulative: less %s (%s) it is %s, in line with %s (%s)."
                .formatted(column.label(), value, before.label(), earlier, flow, after.label(), later);
        return Optional.of(new Finding(Finding.Kind.LOOKS_CUMULATIVE, message, inColumn(table, column)));
    }

    /** The stated totals of a column, or where none are stated its parts. */
    private static BigDecimal sum(PublishedTable table, PublishedPeriod column) {
        List<PublishedFigure> figures = inColumn(table, column);
        boolean stated = figures.stream().anyMatch(PublishedFigure::isOfAll);
        return figures.stream()
                .filter(figure -> figure.isOfAll() == stated)
                .map(PublishedFigure::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A running total is in no row smaller than before. */
    private static boolean neverFalls(PublishedTable table, PublishedPeriod before, PublishedPeriod column) {
        return inColumn(table, before).stream().allMatch(earlier -> inColumn(table, column).stream()
                .filter(earlier::isInRowOf)
                .allMatch(later -> later.value().compareTo(earlier.value()) >= 0));
    }

    private static List<PublishedFigure> inColumn(PublishedTable table, PublishedPeriod column) {
        return table.of(PublishedMeasure.VOLUME)
                .filter(figure -> figure.period().equals(column))
                .toList();
    }
}
