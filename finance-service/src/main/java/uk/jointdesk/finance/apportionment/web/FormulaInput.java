package uk.jointdesk.finance.apportionment.web;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import uk.jointdesk.finance.apportionment.domain.Formula;
import uk.jointdesk.finance.apportionment.domain.Method;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.web.ExactNumber;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/** Reads a method and its numbers from a body, and refuses partners that nobody knows. */
public final class FormulaInput {
    private static final Pattern DRIVER = Pattern.compile("[A-Za-z][A-Za-z0-9 _-]{0,39}");

    private FormulaInput() {}

    /** @param known partner codes that may be named; UNATTRIBUTED may always be */
    public static Formula read(
            Method method,
            Map<String, ExactNumber> weights,
            Map<String, Map<String, ExactNumber>> drivers,
            Set<String> known) {
        if (drivers == null || drivers.isEmpty()) {
            checkKnown("/weights", weights, known);
            return Formula.of(method, fractions("/weights", weights));
        }
        weights.keySet().forEach(driver -> checkName("/weights", driver));
        drivers.keySet().forEach(driver -> checkName("/drivers", driver));
        SortedMap<String, SortedMap<String, Fraction>> values = new TreeMap<>();
        drivers.forEach(
                (driver, byPartner) -> values.put(driver, values("/drivers/" + escaped(driver), byPartner, known)));
        return new Formula(method, fractions("/weights", weights), values);
    }

    /** The values of one driver, by partner. */
    public static SortedMap<String, Fraction> values(
            String pointer, Map<String, ExactNumber> byPartner, Set<String> known) {
        if (byPartner == null || byPartner.isEmpty()) {
            throw new RuleBroken("weights-zero", pointer, "A driver has a value for at least one partner.");
        }
        checkKnown(pointer, byPartner, known);
        return fractions(pointer, byPartner);
    }

    /** The parts of a mix whose drivers are read. */
    static SortedMap<String, Fraction> mix(Map<String, ExactNumber> weights) {
        weights.keySet().forEach(driver -> checkName("/weights", driver));
        return fractions("/weights", weights);
    }

    private static void checkName(String pointer, String driver) {
        if (!DRIVER.matcher(driver).matches()) {
            throw new RuleBroken(
                    "driver-name-malformed", pointer + "/" + escaped(driver), "A driver has a short plain name.");
        }
    }

    private static void checkKnown(String pointer, Map<String, ?> byPartner, Set<String> known) {
        for (String partner : byPartner.keySet()) {
            if (!known.contains(partner) && !Formula.UNATTRIBUTED.equals(partner)) {
                throw new RuleBroken(
                        "partner-unknown", pointer + "/" + escaped(partner), "No funding partner has this code.");
            }
        }
    }

    private static SortedMap<String, Fraction> fractions(String pointer, Map<String, ExactNumber> numbers) {
        SortedMap<String, Fraction> fractions = new TreeMap<>();
        numbers.forEach((key, number) -> {
            if (number == null) {
                throw new RuleBroken("weight-missing", pointer + "/" + escaped(key), "A weight is a number.");
            }
            fractions.put(key, number.fraction());
        });
        return fractions;
    }

    /** RFC 6901. */
    public static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
