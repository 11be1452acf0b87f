package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Hundreds of tickets hardly ever give the same percentage to two places twice: a copy is likelier than a coincidence. */
final class ValuesDiffer implements Check {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Of fewer tickets the same percentage comes often. */
    private static final BigDecimal ENOUGH = BigDecimal.valueOf(20);

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<PublishedFigure> figures = table.of(PublishedMeasure.COMPLIANCE)
                .filter(ValuesDiffer::tells)
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            for (PublishedFigure later : figures.subList(i + 1, figures.size())) {
                PublishedFigure figure = figures.get(i);
                if (isRepeated(figure, later) && isLarge(figure, table, besides) && isLarge(later, table, besides)) {
                    findings.add(finding(figure, later));
                }
            }
        }
        return findings;
    }

    /** All or nothing is no coincidence. */
    private static boolean tells(PublishedFigure figure) {
        return figure.value().signum() > 0 && figure.value().compareTo(HUNDRED) < 0;
    }

    private static boolean isRepeated(PublishedFigure figure, PublishedFigure later) {
        return figure.isInRowOf(later) && figure.value().compareTo(later.value()) == 0;
    }

    private static boolean isLarge(PublishedFigure figure, PublishedTable table, List<PublishedTable> besides) {
        return Check.together(PublishedMeasure.VOLUME, table, besides)
                .filter(volume -> volume.period().isSameAs(figure.period()))
                .filter(volume -> Objects.equals(volume.priority(), figure.priority()))
                .filter(volume -> Objects.equals(volume.partner(), figure.partner()))
                .allMatch(volume -> volume.value().compareTo(ENOUGH) >= 0);
    }

    private static Finding finding(PublishedFigure figure, PublishedFigure later) {
        String message = "%s and %s are both %s %%: a possible copy."
                .formatted(figure.name(), later.name(), figure.value().toPlainString());
        return new Finding(Finding.Kind.REPEATED_VALUE, message, List.of(figure, later));
    }
}
