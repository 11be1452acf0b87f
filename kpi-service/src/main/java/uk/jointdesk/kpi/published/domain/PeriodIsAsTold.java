package uk.jointdesk.kpi.published.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** "Six months" from June to October are five, and a figure as at 31 May knows nothing of July. */
final class PeriodIsAsTold implements Check {

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<Finding> findings = new ArrayList<>();
        table.figures().stream()
                .map(PublishedFigure::period)
                .distinct()
                .sorted()
                .forEach(period -> {
                    months(period, table, findings);
                    asAt(period, table, findings);
                });
        return findings;
    }

    private static void months(PublishedPeriod period, PublishedTable table, List<Finding> findings) {
        OptionalInt told = period.monthsAsTold();
        if (told.isPresent() && !told.equals(period.months())) {
            String counted =
                    period.months().isPresent() ? period.months().getAsInt() + " months" : "no whole number of months";
            findings.add(new Finding(
                    Finding.Kind.MONTHS_MISCOUNTED,
                    "%s is called %d months; %s to %s are %s."
                            .formatted(period.label(), told.getAsInt(), period.from(), period.to(), counted),
                    figuresOf(period, table)));
        }
    }

    private static void asAt(PublishedPeriod period, PublishedTable table, List<Finding> findings) {
        if (period.to().isAfter(table.asAt())) {
            findings.add(new Finding(
                    Finding.Kind.AFTER_AS_AT,
                    "%s runs to %s, the table is as at %s.".formatted(period.label(), period.to(), table.asAt()),
                    figuresOf(period, table)));
        }
    }

    private static List<PublishedFigure> figuresOf(PublishedPeriod period, PublishedTable table) {
        return table.figures().stream()
                .filter(figure -> figure.period().equals(period))
                .toList();
    }
}
