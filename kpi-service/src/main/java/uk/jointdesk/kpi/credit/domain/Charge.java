package uk.jointdesk.kpi.credit.domain;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * What the service points of a month cost.
 *
 * @param capped whether more would have been due than is at risk
 * @param creditPence empty where no monthly charge is given
 */
public record Charge(int points, BigDecimal percent, boolean capped, OptionalLong creditPence) {

    static Charge of(int points, Scheme scheme, OptionalLong monthlyPence) {
        BigDecimal percent = scheme.percent(points);
        return new Charge(points, percent, scheme.capsAt(points), credit(percent, monthlyPence));
    }

    /** The same points while credits are suspended. */
    Charge suspended() {
        OptionalLong nothing = creditPence.isPresent() ? OptionalLong.of(0) : OptionalLong.empty();
        return new Charge(points, BigDecimal.ZERO, false, nothing);
    }

    private static OptionalLong credit(BigDecimal percent, OptionalLong monthlyPence) {
        return monthlyPence.isPresent()
                ? OptionalLong.of(Scheme.credit(monthlyPence.getAsLong(), percent))
                : OptionalLong.empty();
    }
}
