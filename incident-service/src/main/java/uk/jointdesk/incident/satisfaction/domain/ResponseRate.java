package uk.jointdesk.incident.satisfaction.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How many of those asked have answered.
 *
 * @param invited surveys sent in a period
 * @param answered those of them that were answered, whenever
 * @param unasked answers in surveys that nobody had been sent; in neither of the other figures
 */
public record ResponseRate(String partner, long invited, long answered, long unasked) {

    /** The percentage to two places, HALF_UP; null when nobody was asked. */
    public String percent() {
        if (invited == 0) {
            return null;
        }
        BigDecimal hundredfold = new BigDecimal(BigInteger.valueOf(answered).multiply(BigInteger.valueOf(100)));
        return hundredfold
                .divide(BigDecimal.valueOf(invited), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
