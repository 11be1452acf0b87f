package uk.jointdesk.finance.statement.domain;

import java.math.BigInteger;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;

/** What a cell of a statement holds, exact; it is rounded only where it is printed. */
public sealed interface Value {

    record Amount(Money money) implements Value {}

    /** A part of a whole, printed as per cent. */
    record Ratio(Fraction fraction) implements Value {}

    /** A count or a weight. */
    record Quantity(Fraction number) implements Value {

        /** A whole number, or a fraction such as 3/7. */
        public String written() {
            return number.denominator().equals(BigInteger.ONE)
                    ? number.numerator().toString()
                    : number.toString();
        }
    }

    record Words(String text) implements Value {}
}
