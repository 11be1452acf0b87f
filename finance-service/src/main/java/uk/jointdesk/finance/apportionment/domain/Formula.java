package uk.jointdesk.finance.apportionment.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * A method with its numbers.
 *
 * @param method how the numbers are read
 * @param weights by partner; of a WEIGHTED mix with drivers, by driver, adding up to 1 or, as per cent, to 100
 * @param drivers only of a WEIGHTED mix: per driver the value of each partner; empty when the weights are the mix
 */
public record Formula(
        Method method, SortedMap<String, Fraction> weights, SortedMap<String, SortedMap<String, Fraction>> drivers) {
    /** Usage that nobody can be billed for: left out of drivers, and shown. */
    public static final String UNATTRIBUTED = "UNATTRIBUTED";

    /** @throws RuleBroken when the numbers do not suit the method */
    public Formula {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        drivers = Collections.unmodifiableSortedMap(new TreeMap<>(drivers));
        FormulaRules.check(method, weights, drivers);
    }

    public static Formula of(Method method, Map<String, Fraction> weights) {
        return new Formula(method, new TreeMap<>(weights), Collections.emptySortedMap());
    }

    public boolean isMixOfDrivers() {
        return !drivers.isEmpty();
    }

    /** Every partner it names, without UNATTRIBUTED. */
    public SortedSet<String> partners() {
        SortedSet<String> partners = new TreeSet<>();
        if (isMixOfDrivers()) {
            drivers.values().forEach(values -> partners.addAll(values.keySet()));
        } else {
            partners.addAll(weights.keySet());
        }
        partners.remove(UNATTRIBUTED);
        return partners;
    }

    /** Usage without a partner, per driver ({@code weights} where there is only one). */
    public SortedMap<String, Fraction> leftOut() {
        SortedMap<String, Fraction> leftOut = new TreeMap<>();
        drivers.forEach((driver, values) -> keepUnattributed(leftOut, driver, values));
        if (!isMixOfDrivers()) {
            keepUnattributed(leftOut, "weights", weights);
        }
        return leftOut;
    }

    private static void keepUnattributed(Map<String, Fraction> into, String name, Map<String, Fraction> values) {
        if (values.containsKey(UNATTRIBUTED)) {
            into.put(name, values.get(UNATTRIBUTED));
        }
    }

    /**
     * What each of some partners counts for; those left keep their proportions.
     *
     * @throws RuleBroken {@code weights-zero} when none of them counts for anything
     */
    public Weights among(Predicate<String> member) {
        if (isMixOfDrivers()) {
            return mix(member);
        }
        SortedMap<String, Fraction> present = present(weights, member);
        if (method == Method.EQUAL) {
            present.replaceAll((partner, weight) -> weight.signum() > 0 ? Fraction.ONE : Fraction.ZERO);
        }
        return new Weights(present);
    }

    private Weights mix(Predicate<String> member) {
        SortedMap<String, Fraction> mixed = new TreeMap<>();
        for (String driver : weights.keySet()) {
            if (weights.get(driver).signum() > 0) {
                Weights values = new Weights(present(drivers.get(driver), member));
                values.fractions()
                        .forEach((partner, fraction) ->
                                mixed.merge(partner, fraction.times(weights.get(driver)), Fraction::plus));
            }
        }
        return new Weights(mixed);
    }

    private static SortedMap<String, Fraction> present(SortedMap<String, Fraction> values, Predicate<String> member) {
        SortedMap<String, Fraction> present = new TreeMap<>(values);
        present.keySet().removeIf(partner -> partner.equals(UNATTRIBUTED) || !member.test(partner));
        return present;
    }

    /** Names of the drivers of a mix. */
    public Set<String> driverNames() {
        return drivers.keySet();
    }
}
