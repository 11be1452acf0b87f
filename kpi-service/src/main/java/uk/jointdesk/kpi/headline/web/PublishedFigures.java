package uk.jointdesk.kpi.headline.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.jointdesk.kpi.headline.domain.Figure;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.published.domain.PublishedFigure;
import uk.jointdesk.kpi.published.domain.PublishedMeasure;
import uk.jointdesk.kpi.published.domain.PublishedTable;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;

/** The figures of a published table as a claim asks for them. */
final class PublishedFigures {

    private final PublishedTable table;

    PublishedFigures(PublishedTable table) {
        this.table = table;
    }

    /** The partner rows of a priority. */
    List<String> partners(Measure measure, String priority) {
        return rows(measure, priority)
                .map(PublishedFigure::partner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The figure of these days, or for counts the sum of figures that lie in them side by side and fill them. */
    Optional<Figure> of(Measure measure, String priority, String partner, Period period) {
        List<PublishedFigure> within = rows(measure, priority)
                .filter(figure -> partner.equals(figure.partner()))
                .filter(figure -> period.contains(figure.period().from())
                        && period.contains(figure.period().to()))
                .sorted(java.util.Comparator.comparing(PublishedFigure::period))
                .toList();
        return exact(within, period)
                .or(() -> measure.isRatio() ? Optional.empty() : sum(within, period))
                .map(value -> figure(measure, priority, partner, period, value));
    }

    private static Optional<BigDecimal> exact(List<PublishedFigure> within, Period period) {
        return within.stream()
                .filter(figure -> figure.period().from().equals(period.from()))
                .filter(figure -> figure.period().to().equals(period.to()))
                .map(PublishedFigure::value)
                .findFirst();
    }

    private static Optional<BigDecimal> sum(List<PublishedFigure> within, Period period) {
        return fills(within, period)
                ? within.stream().map(PublishedFigure::value).reduce(BigDecimal::add)
                : Optional.empty();
    }

    private static boolean fills(List<PublishedFigure> figures, Period period) {
        var next = period.from();
        for (PublishedFigure figure : figures) {
            if (!figure.period().from().equals(next)) {
                return false;
            }
            next = figure.period().to().plusDays(1);
        }
        return next.equals(period.to().plusDays(1));
    }

    private static Figure figure(Measure measure, String priority, String partner, Period period, BigDecimal value) {
        Fraction exact = measure.isRatio() ? Fraction.ofPercent(value) : Fraction.of(value.longValue(), 1);
        Optional<Observation> seen =
                measure.isRatio() ? Optional.empty() : Optional.of(Observation.count(value.longValue()));
        return new Figure(
                measure, priority, partner, period.label(), period.from(), period.to(), Optional.of(exact), seen);
    }

    private java.util.stream.Stream<PublishedFigure> rows(Measure measure, String priority) {
        PublishedMeasure what =
                switch (measure) {
                    case COMPLIANCE -> PublishedMeasure.COMPLIANCE;
                    case LOGGED -> PublishedMeasure.VOLUME;
                    case RESOLVED -> PublishedMeasure.RESOLVED;
                    case REOPENED, BACKLOG -> null;
                };
        return table.of(what).filter(figure -> Objects.equals(figure.priority(), priority));
    }
}
