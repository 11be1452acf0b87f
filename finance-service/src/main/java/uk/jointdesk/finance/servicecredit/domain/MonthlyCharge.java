package uk.jointdesk.finance.servicecredit.domain;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.jointdesk.finance.apportionment.domain.Apportionment;
import uk.jointdesk.finance.apportionment.domain.Weights;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.Period;

/** What a month of a budget line costs where nothing else is agreed: a twelfth of its year, odd pennies first. */
public final class MonthlyCharge {
    private MonthlyCharge() {}

    public static Money of(Money year, Period period) {
        Map<String, Fraction> months = new TreeMap<>();
        IntStream.rangeClosed(1, 12).forEach(month -> months.put(name(month), Fraction.ONE));
        return Apportionment.of(year, Weights.of(months)).amountOf(name(Math.min(period.number(), 12)));
    }

    /** Names that sort as the months follow each other. */
    private static String name(int month) {
        return month < 10 ? "P0" + month : "P" + month;
    }
}
