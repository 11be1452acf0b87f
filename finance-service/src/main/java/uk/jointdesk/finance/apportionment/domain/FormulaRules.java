package uk.jointdesk.finance.apportionment.domain;

import java.util.Map;
import java.util.SortedMap;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** Which numbers suit which method; every refusal points at the number. */
final class FormulaRules {
    private static final Fraction HUNDRED = Fraction.of(100, 1);

    private FormulaRules() {}

    static void check(
            Method method,
            SortedMap<String, Fraction> weights,
            SortedMap<String, SortedMap<String, Fraction>> drivers) {
        checkNotNegative("/weights", weights);
        if (!drivers.isEmpty()) {
            checkMix(method, weights, drivers);
            return;
        }
        checkSome("/weights", weights);
        if (method == Method.FIXED_PERCENT) {
            checkPercent(weights);
        } else if (method == Method.DIRECT) {
            checkOne(weights);
        }
    }

    private static void checkPercent(SortedMap<String, Fraction> weights) {
        Fraction sum = sum(weights);
        if (!sum.equals(HUNDRED)) {
            throw new RuleBroken("percent-not-100", "/weights", "Percentages must add up to exactly 100.");
        }
    }

    private static void checkOne(SortedMap<String, Fraction> weights) {
        if (weights.values().stream().filter(weight -> weight.signum() > 0).count() != 1) {
            throw new RuleBroken("direct-needs-one", "/weights", "A direct cost goes to exactly one partner.");
        }
    }

    private static void checkMix(
            Method method,
            SortedMap<String, Fraction> weights,
            SortedMap<String, SortedMap<String, Fraction>> drivers) {
        if (method != Method.WEIGHTED) {
            throw new RuleBroken("drivers-not-used", "/drivers", "Only the method WEIGHTED mixes drivers.");
        }
        Fraction sum = sum(weights);
        if (!sum.equals(Fraction.ONE) && !sum.equals(HUNDRED)) {
            throw new RuleBroken(
                    "mix-not-whole", "/weights", "The weights of a mix must add up to 1, or to 100 per cent.");
        }
        for (String driver : weights.keySet()) {
            if (!drivers.containsKey(driver)) {
                throw new RuleBroken(
                        "driver-without-values", "/weights/" + driver, "No values are given for this driver.");
            }
        }
        drivers.forEach((driver, values) -> checkDriver(weights, driver, values));
    }

    private static void checkDriver(Map<String, Fraction> weights, String driver, SortedMap<String, Fraction> values) {
        String pointer = "/drivers/" + driver;
        if (!weights.containsKey(driver)) {
            throw new RuleBroken("driver-without-weight", pointer, "The mix has no weight for this driver.");
        }
        checkNotNegative(pointer, values);
        checkSome(pointer, values);
    }

    private static void checkNotNegative(String pointer, SortedMap<String, Fraction> values) {
        values.forEach((key, value) -> {
            if (value.signum() < 0) {
                throw new RuleBroken("weight-negative", pointer + "/" + key, "A weight cannot be below zero.");
            }
        });
    }

    private static void checkSome(String pointer, SortedMap<String, Fraction> values) {
        boolean none = values.entrySet().stream()
                .noneMatch(entry -> !entry.getKey().equals(Formula.UNATTRIBUTED)
                        && entry.getValue().signum() > 0);
        if (none) {
            throw new RuleBroken("weights-zero", pointer, "At least one weight must be above zero.");
        }
    }

    private static Fraction sum(SortedMap<String, Fraction> values) {
        return values.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
