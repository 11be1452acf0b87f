package uk.jointdesk.finance.statement.domain;

import uk.jointdesk.finance.money.domain.Money;

/** Amounts as people read them: {@code £14,600,000.00}, {@code -£1,500.00}. */
public final class Pounds {
    private static final int GROUP = 3;

    private Pounds() {}

    public static String written(Money amount) {
        String digits = (amount.signum() < 0 ? amount.negated() : amount).toString();
        StringBuilder grouped = new StringBuilder(digits);
        for (int place = digits.indexOf('.') - GROUP; place > 0; place -= GROUP) {
            grouped.insert(place, ',');
        }
        return (amount.signum() < 0 ? "-£" : "£") + grouped;
    }

    /** {@code £1,500.00 under}, {@code £45,000.00 over}, {@code nothing over or under}. */
    static String overOrUnder(Money variance) {
        if (variance.isZero()) {
            return "nothing over or under";
        }
        Money size = variance.signum() < 0 ? variance.negated() : variance;
        return written(size) + (variance.signum() < 0 ? " under" : " over");
    }
}
