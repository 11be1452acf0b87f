package uk.jointdesk.kpi.published.domain;

import java.util.ArrayList;
import java.util.List;

/** Two averages that stand side by side invite to be compared: only if they are of the same scope and months. */
final class FiguresCompare implements Check {

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<PublishedFigure> averages =
                table.of(PublishedMeasure.MONTHLY_AVERAGE).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < averages.size(); i++) {
            for (PublishedFigure other : averages.subList(i + 1, averages.size())) {
                compare(averages.get(i), other, findings);
            }
        }
        return findings;
    }

    private static void compare(PublishedFigure one, PublishedFigure other, List<Finding> findings) {
        List<String> differences = new ArrayList<>();
        if (!one.scope().equals(other.scope())) {
            differences.add("scope (" + one.scope() + "; " + other.scope() + ")");
        }
        if (!one.period().isSameAs(other.period())) {
            differences.add("months (" + days(one) + "; " + days(other) + ")");
        }
        if (!differences.isEmpty()) {
            String message = "%s and %s differ in %s: they cannot be compared."
                    .formatted(told(one), told(other), String.join(" and ", differences));
            findings.add(new Finding(Finding.Kind.NOT_COMPARABLE, message, List.of(one, other)));
        }
    }

    private static String told(PublishedFigure figure) {
        return figure.name() + " (" + figure.value().toPlainString() + ")";
    }

    private static String days(PublishedFigure figure) {
        return figure.period().from() + " to " + figure.period().to();
    }
}
