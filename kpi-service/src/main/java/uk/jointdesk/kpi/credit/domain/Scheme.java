package uk.jointdesk.kpi.credit.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.result.domain.KpiResult;

/**
 * How missed targets become service points, and service points a part of the monthly charge, from a day on.
 *
 * @param bands how bad a miss is, from mild to severe
 * @param repeatMultiplier what the points of a miss are multiplied by when the month before was missed too
 * @param steps service points to per cent, by points
 * @param capPercent the part of a month's charge that is at risk
 */
public record Scheme(
        String family,
        LocalDate from,
        List<Band> bands,
        int repeatMultiplier,
        List<Step> steps,
        BigDecimal capPercent,
        String source,
        String ccn) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Scheme {
        bands = List.copyOf(bands);
        steps = steps.stream().sorted(Comparator.comparing(Step::points)).toList();
    }

    /** The band of a result; empty when its target is met or there is nothing to judge. */
    public Optional<Band> band(KpiResult result) {
        return bands.stream().filter(band -> band.holds(result)).reduce((milder, worse) -> worse);
    }

    /** The per cent of the charge that so many points cost, never more than is at risk. */
    public BigDecimal percent(int points) {
        return uncapped(points).min(capPercent);
    }

    public boolean capsAt(int points) {
        return uncapped(points).compareTo(capPercent) > 0;
    }

    private BigDecimal uncapped(int points) {
        return steps.stream()
                .filter(step -> step.points() <= points)
                .map(Step::percent)
                .reduce(BigDecimal.ZERO, (less, more) -> more);
    }

    /** A credit in pence, half a penny in the customer's favour. */
    public static long credit(long chargePence, BigDecimal percent) {
        return BigDecimal.valueOf(chargePence)
                .multiply(percent)
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Refuses a scheme under which worse would cost less. */
    public Scheme checked() {
        for (int i = 1; i < steps.size(); i++) {
            boolean rises = steps.get(i).points() > steps.get(i - 1).points()
                    && steps.get(i).percent().compareTo(steps.get(i - 1).percent()) >= 0;
            rule(rises, "steps-refused", "/steps", "more points must not cost less");
        }
        for (int i = 1; i < bands.size(); i++) {
            boolean rises =
                    bands.get(i).factor() >= bands.get(i - 1).factor() && follows(bands.get(i - 1), bands.get(i));
            rule(rises, "bands-refused", "/bands/" + i, "from mild to severe, all by colour or all by shortfall");
        }
        return this;
    }

    private static boolean follows(Band milder, Band worse) {
        return milder.colour() == null
                ? worse.above() != null && worse.above().compareTo(milder.above()) > 0
                : worse.colour() != null && worse.colour().compareTo(milder.colour()) > 0;
    }

    private static void rule(boolean kept, String code, String pointer, String message) {
        if (!kept) {
            throw new RuleBroken(code, pointer, message);
        }
    }
}
