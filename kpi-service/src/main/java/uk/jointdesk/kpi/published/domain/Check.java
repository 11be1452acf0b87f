package uk.jointdesk.kpi.published.domain;

import java.util.List;
import java.util.stream.Stream;

/** One way of looking at a published table. */
@FunctionalInterface
public interface Check {

    /** Every check there is, in the order of a report. */
    List<Check> ALL = List.of(
            new TotalsAddUp(),
            new KpiCountsAddUp(),
            new FlowsAreNotStocks(),
            new PercentIsARatio(),
            new ValuesDiffer(),
            new AverageFollows(),
            new PeriodIsAsTold(),
            new ResolvedIsNotTheDemand(),
            new FiguresCompare());

    /** @param besides the other tables of the same source */
    List<Finding> findings(PublishedTable table, List<PublishedTable> besides);

    /** What every check finds. */
    static List<Finding> all(PublishedTable table, List<PublishedTable> register) {
        List<PublishedTable> besides = register.stream()
                .filter(other ->
                        other.source().equals(table.source()) && !other.id().equals(table.id()))
                .toList();
        return ALL.stream()
                .flatMap(check -> check.findings(table, besides).stream())
                .toList();
    }

    /** The figures of a measure in a table and beside it. */
    static Stream<PublishedFigure> together(
            PublishedMeasure measure, PublishedTable table, List<PublishedTable> besides) {
        return Stream.concat(table.of(measure), besides.stream().flatMap(other -> other.of(measure)));
    }
}
