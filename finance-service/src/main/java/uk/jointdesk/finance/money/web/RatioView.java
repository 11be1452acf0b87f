package uk.jointdesk.finance.money.web;

import java.math.BigInteger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.money.domain.Fraction;

/** An exact ratio in lowest terms, with its percentage rounded half up for people. */
@Schema(name = "Ratio")
public record RatioView(
        BigInteger numerator,
        BigInteger denominator,
        @Schema(examples = "28.72") String percent) {

    public static RatioView of(Fraction fraction) {
        return new RatioView(
                fraction.numerator(), fraction.denominator(), fraction.percent().toPlainString());
    }
}
