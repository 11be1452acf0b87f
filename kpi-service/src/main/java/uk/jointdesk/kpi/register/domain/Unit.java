package uk.jointdesk.kpi.register.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** What a figure and its levels are written in. */
public enum Unit {
    PERCENT,
    /** A count or a mean: P1 incidents in the month, marks out of five. */
    NUMBER;

    /** A level as it is written in a contract: 95 per cent is 95/100, 5 incidents are 5. */
    public Fraction level(BigDecimal written) {
        return this == PERCENT ? Fraction.ofPercent(written) : Fraction.ofPercent(written.scaleByPowerOfTen(2));
    }

    /** HALF_UP to two places, for people. Nothing is decided on it. */
    public String print(Fraction value) {
        return this == PERCENT
                ? value.percent()
                : new BigDecimal(value.numerator())
                        .divide(new BigDecimal(value.denominator()), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
