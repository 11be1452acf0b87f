package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every stated total is the sum of its partners, or the gap is called by its name: UNATTRIBUTED. */
final class TotalsAddUp implements Check {

    /** A stated total and what its parts leave open. */
    private record Gap(PublishedFigure total, List<PublishedFigure> parts) {
        BigDecimal open() {
            BigDecimal sum = parts.stream().map(PublishedFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            return total.value().subtract(sum);
        }

        Finding finding() {
            String message = "%s is %s, its parts add up to %s: %s UNATTRIBUTED."
                    .formatted(
                            total.name(),
                            total.value().toPlainString(),
                            total.value().subtract(open()).toPlainString(),
                            open().toPlainString());
            List<PublishedFigure> figures = new ArrayList<>(List.of(total));
            figures.addAll(parts);
            return new Finding(Finding.Kind.UNATTRIBUTED_GAP, message, figures);
        }
    }

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        List<Gap> gaps = Stream.of(PublishedMeasure.VOLUME, PublishedMeasure.RESOLVED)
                .flatMap(table::of)
                .filter(PublishedFigure::isOfAll)
                .map(total -> new Gap(total, partsOf(total, table)))
                .filter(gap -> !gap.parts.isEmpty() && gap.open().signum() != 0)
                .toList();
        List<Finding> findings = new ArrayList<>(gaps.stream().map(Gap::finding).toList());
        oneWay(gaps).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> oneWay(List<Gap> gaps) {
        long above = gaps.stream().filter(gap -> gap.open().signum() > 0).count();
        if (gaps.size() < 2 || (above != 0 && above != gaps.size())) {
            return Optional.empty();
        }
        String message =
                "All %d gaps go one way: the total is always the %s side. Somebody is in the total who is in no row."
                        .formatted(gaps.size(), above == 0 ? "smaller" : "larger");
        return Optional.of(new Finding(
                Finding.Kind.GAPS_ALL_ONE_WAY,
                message,
                gaps.stream().map(Gap::total).toList()));
    }

    private static List<PublishedFigure> partsOf(PublishedFigure total, PublishedTable table) {
        return table.of(total.measure())
                .filter(figure -> figure.partner() != null && !figure.isOfAll())
                .filter(figure -> Objects.equals(figure.priority(), total.priority()))
                .filter(figure -> Objects.equals(figure.series(), total.series()))
                .filter(figure -> figure.period().isSameAs(total.period()))
                .toList();
    }
}
