package uk.jointdesk.kpi.compliance.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** The scores of a row month by month, so that both methods can be read from the same figures. */
public record Monthly(SortedMap<Integer, Score> months) {
    public static final Monthly NOTHING = new Monthly(new TreeMap<>());

    public static Monthly of(int month, Score score) {
        return new Monthly(new TreeMap<>(Map.of(month, score)));
    }

    public Monthly plus(Monthly other) {
        SortedMap<Integer, Score> sum = new TreeMap<>(months);
        other.months.forEach((month, score) -> sum.merge(month, score, Score::plus));
        return new Monthly(sum);
    }

    public Score total() {
        return months.values().stream().reduce(Score.NOTHING, Score::plus);
    }

    /** The ratio by this method; empty when no month measured anything. */
    public Optional<Fraction> ratio(Method method) {
        return switch (method) {
            case POOLED -> total().fraction();
            case MEAN_OF_MONTHS -> mean();
        };
    }

    private Optional<Fraction> mean() {
        List<Fraction> ratios = months.values().stream()
                .map(Score::fraction)
                .flatMap(Optional::stream)
                .toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Fraction.mean(ratios));
    }
}
