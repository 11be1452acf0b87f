package uk.jointdesk.kpi.credit.domain;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What one month of a contract costs, as people write it. */
public final class MonthlyCharge {

    public static final String FORM = "pounds with two decimals: 100000.00";

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}\\.\\d{2}");

    private MonthlyCharge() {}

    /** In pence; empty where it is not written as {@link #FORM} says. */
    public static OptionalLong pence(String written) {
        return AMOUNT.matcher(written).matches()
                ? OptionalLong.of(new BigDecimal(written).movePointRight(2).longValueExact())
                : OptionalLong.empty();
    }
}
