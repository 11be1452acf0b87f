package uk.jointdesk.kpi.published.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stated average is its total by its months, rounded half up to the whole; any other rounding is named. */
final class AverageFollows implements Check {

    /** A way of rounding, and what a report would call it. */
    private enum Rounding {
        TO_THE_WHOLE("half up to the whole", RoundingMode.HALF_UP, 0),
        CUT_OFF("cutting off to the whole", RoundingMode.DOWN, 0),
        UP("up to the whole", RoundingMode.UP, 0),
        TO_TENS("half up to tens", RoundingMode.HALF_UP, -1),
        CUT_OFF_TO_TENS("cutting off to tens", RoundingMode.DOWN, -1),
        TO_HUNDREDS("half up to hundreds", RoundingMode.HALF_UP, -2);

        private final String words;
        private final RoundingMode mode;
        private final int scale;

        Rounding(String words, RoundingMode mode, int scale) {
            this.words = words;
            this.mode = mode;
            this.scale = scale;
        }

        BigDecimal average(BigDecimal total, int months) {
            return total.divide(BigDecimal.valueOf(months), scale, mode);
        }
    }

    @Override
    public List<Finding> findings(PublishedTable table, List<PublishedTable> besides) {
        return table.of(PublishedMeasure.MONTHLY_AVERAGE)
                .filter(figure ->
                        figure.total() != null && figure.period().months().isPresent())
                .flatMap(figure -> finding(figure, figure.period().months().getAsInt()).stream())
                .toList();
    }

    private static Optional<Finding> finding(PublishedFigure figure, int months) {
        if (isBy(Rounding.TO_THE_WHOLE, figure, months)) {
            return Optional.empty();
        }
        BigDecimal exact = figure.total().divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP);
        BigDecimal whole = Rounding.TO_THE_WHOLE.average(figure.total(), months);
        String message = "%s: %s is stated, %s by %d months is %s, half up %s; %s"
                .formatted(
                        figure.name(),
                        figure.value().toPlainString(),
                        figure.total().toPlainString(),
                        months,
                        exact.toPlainString(),
                        whole.toPlainString(),
                        how(figure, months));
        return Optional.of(new Finding(Finding.Kind.AVERAGE_DOES_NOT_FOLLOW, message, List.of(figure)));
    }

    private static String how(PublishedFigure figure, int months) {
        return Stream.of(Rounding.values())
                .filter(rounding -> isBy(rounding, figure, months))
                .findFirst()
                .map(rounding -> "it follows by " + rounding.words + ", a rule that should be stated.")
                .orElse("it follows by no rounding known here.");
    }

    private static boolean isBy(Rounding rounding, PublishedFigure figure, int months) {
        return rounding.average(figure.total(), months).compareTo(figure.value()) == 0;
    }
}
