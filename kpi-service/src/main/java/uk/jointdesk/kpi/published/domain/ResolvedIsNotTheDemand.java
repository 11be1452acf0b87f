package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Tickets resolved are not the tickets logged. "31,600 resolved" in the board pack of February 2019 is the sum of its
 * demand table, 31,619, to the nearest hundred.
 */
final class ResolvedIsNotTheDemand implements Check {

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        return table.of(PublishedMeasure.RESOLVED)
                .filter(figure -> figure.priority() == null)
                .flatMap(resolved -> finding(resolved, table, besides).stream())
                .toList();
    }

    private static Optional<Finding> finding(
            PublishedFigure resolved, PublishedTable table, List<PublishedTable> besides) {
        List<PublishedFigure> demand = Check.together(PublishedMeasure.VOLUME, table, besides)
                .filter(volume -> resolved.period().contains(volume.period()))
                .filter(volume -> volume.isOfAll() || volume.partner() == null)
                .toList();
        BigDecimal sum = demand.stream().map(PublishedFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (demand.isEmpty() || !isRounded(sum, resolved.value())) {
            return Optional.empty();
        }
        String message = "%s: %s is called resolved, and is the sum of the demand table, %s."
                .formatted(resolved.name(), resolved.value().toPlainString(), sum.toPlainString());
        return Optional.of(new Finding(Finding.Kind.RESOLVED_IS_THE_DEMAND, message, List.of(resolved)));
    }

    /** The number itself, or to tens, or to hundreds. */
    private static boolean isRounded(BigDecimal exact, BigDecimal printed) {
        for (int scale = 0; scale >= -2; scale--) {
            if (exact.setScale(scale, RoundingMode.HALF_UP).compareTo(printed) == 0) {
                return true;
            }
        }
        return false;
    }
}
