package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** KPIs at target, at minimum and below add up to the KPIs there are; and their number does not change unnoticed. */
final class KpiCountsAddUp implements Check {

    private static final String TOTAL = "total";
    private static final Set<String> LEVELS = Set.of("tsl_achieved", "msl_achieved", "below_msl");

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<PublishedFigure> totals = table.of(PublishedMeasure.KPI_COUNT)
                .filter(figure -> TOTAL.equals(figure.series()))
                .sorted(Comparator.comparing(PublishedFigure::period))
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            addUp(totals.get(i), table, findings);
            if (i > 0) {
                compare(totals.get(i - 1), totals.get(i), findings);
            }
        }
        return findings;
    }

    private static void addUp(PublishedFigure total, PublishedTable table, List<Finding> findings) {
        List<PublishedFigure> levels = table.of(PublishedMeasure.KPI_COUNT)
                .filter(figure -> LEVELS.contains(String.valueOf(figure.series())))
                .filter(figure -> figure.period().isSameAs(total.period()))
                .toList();
        BigDecimal sum = levels.stream().map(PublishedFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!levels.isEmpty() && sum.compareTo(total.value()) != 0) {
            findings.add(new Finding(
                    Finding.Kind.COUNTS_DO_NOT_ADD_UP,
                    "%s: the levels add up to %s, the total says %s."
                            .formatted(
                                    total.period().label(),
                                    sum.toPlainString(),
                                    total.value().toPlainString()),
                    levels));
        }
    }

    private static void compare(PublishedFigure before, PublishedFigure after, List<Finding> findings) {
        if (before.value().compareTo(after.value()) != 0) {
            findings.add(new Finding(
                    Finding.Kind.NUMBER_OF_KPIS_CHANGES,
                    "%s KPIs in %s, %s in %s: a KPI was added or retired in between."
                            .formatted(
                                    before.value().toPlainString(),
                                    before.period().label(),
                                    after.value().toPlainString(),
                                    after.period().label()),
                    List.of(before, after)));
        }
    }
}
