package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.jointdesk.kpi.published.domain.PercentOrigin.Share;

/** A percentage of tickets is so many out of so many, and of no more than there were. */
final class PercentIsARatio implements Check {

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<Finding> findings = new ArrayList<>();
        table.of(PublishedMeasure.COMPLIANCE).forEach(figure -> volumeOf(figure, table, besides)
                .flatMap(volume -> finding(figure, volume))
                .ifPresent(findings::add));
        return findings;
    }

    private static Optional<Finding> finding(PublishedFigure figure, PublishedFigure volume) {
        BigDecimal percent = figure.value();
        long tickets = volume.value().longValue();
        Optional<Share> origin = PercentOrigin.largest(percent, tickets);
        if (origin.isEmpty()) {
            return Optional.of(finding(Finding.Kind.PERCENT_IS_NO_RATIO, figure, volume, meanOf(percent, tickets)));
        }
        Share share = origin.get();
        return share.measured() == tickets
                ? Optional.empty()
                : Optional.of(finding(
                        Finding.Kind.DENOMINATOR_IS_NOT_THE_VOLUME,
                        figure,
                        volume,
                        "the largest denominator that gives it is " + share
                                + "; store what was measured and why the rest" + " was not."));
    }

    private static String meanOf(BigDecimal percent, long tickets) {
        if (tickets > PercentOrigin.LARGEST) {
            return "no ratio of so many tickets gives it.";
        }
        return PercentOrigin.meanOfThree(percent, tickets)
                .map(shares ->
                        "no ratio of so many tickets gives it. An unweighted mean of three months does: (%s) / 3."
                                .formatted(shares.stream()
                                        .map(share -> share.fraction().percent())
                                        .collect(Collectors.joining(" + "))))
                .orElse("no ratio of so many tickets gives it, and no mean of three months either.");
    }

    private static Finding finding(Finding.Kind kind, PublishedFigure figure, PublishedFigure volume, String what) {
        String message = "%s: %s %% beside a volume of %s: %s"
                .formatted(
                        figure.name(),
                        figure.value().toPlainString(),
                        volume.value().toPlainString(),
                        what);
        return new Finding(kind, message, List.of(figure, volume));
    }

    private static Optional<PublishedFigure> volumeOf(
            PublishedFigure figure, PublishedTable table, List<PublishedTable> besides) {
        return Check.together(PublishedMeasure.VOLUME, table, besides)
                .filter(volume -> volume.period().isSameAs(figure.period()))
                .filter(volume -> Objects.equals(volume.priority(), figure.priority()))
                .filter(volume -> Objects.equals(volume.partner(), figure.partner()))
                .findFirst();
    }
}
