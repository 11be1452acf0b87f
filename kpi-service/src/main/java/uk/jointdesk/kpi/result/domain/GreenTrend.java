package uk.jointdesk.kpi.result.domain;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Rag;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Yardstick;

/**
 * An indicator that meets its target and gets worse: green in its last month, and worse than the month before in each of
 * the last two.
 *
 * @param results the months in question, the last one last
 * @param monthsToTarget months until the target is missed if it goes on falling as in the last two; zero is next month
 */
public record GreenTrend(List<KpiResult> results, int monthsToTarget) {
    private static final int FALLS = 2;

    public static final String RULE =
            "Green in the last month of the range, and worse than the month before in each of the"
                    + " last " + FALLS
                    + " months. Months to target: how often the mean of these falls fits into the distance to the"
                    + " target.";

    /** The trend of one indicator's results, if they show it. */
    public static Optional<GreenTrend> of(List<KpiResult> results) {
        List<KpiResult> sorted =
                results.stream().sorted(Comparator.comparing(KpiResult::month)).toList();
        if (sorted.size() <= FALLS) {
            return Optional.empty();
        }
        List<KpiResult> last = sorted.subList(sorted.size() - FALLS - 1, sorted.size());
        return isGreenAndFalls(last) ? Optional.of(new GreenTrend(last, monthsToTarget(last))) : Optional.empty();
    }

    private static boolean isGreenAndFalls(List<KpiResult> last) {
        boolean green = last.get(FALLS).raw() == Rag.GREEN;
        for (int i = 0; green && i < FALLS; i++) {
            green = falls(last.get(i), last.get(i + 1));
        }
        return green;
    }

    private static boolean falls(KpiResult before, KpiResult after) {
        boolean neighbours = before.month().plusMonths(1).equals(after.month());
        Kpi kpi = after.kpi();
        return neighbours
                && before.value().isPresent()
                && after.value().isPresent()
                && kpi.direction()
                                .compare(
                                        after.value().orElseThrow(),
                                        before.value().orElseThrow())
                        < 0;
    }

    private static int monthsToTarget(List<KpiResult> last) {
        KpiResult now = last.get(FALLS);
        Yardstick yardstick = now.kpi().yardstick(now.month()).orElseThrow();
        Fraction distance = yardstick.shortfall(now.value().orElseThrow());
        Fraction fall = yardstick
                .shortfall(now.value().orElseThrow())
                .plus(negated(yardstick.shortfall(last.get(0).value().orElseThrow())));
        BigInteger months = distance.numerator()
                .negate()
                .multiply(fall.denominator())
                .multiply(BigInteger.valueOf(FALLS))
                .divide(distance.denominator().multiply(fall.numerator()));
        return months.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValueExact();
    }

    private static Fraction negated(Fraction value) {
        return new Fraction(value.numerator().negate(), value.denominator());
    }
}
