package uk.jointdesk.finance.apportionment.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * What each partner counts for, by partner code in ascending order. None is below zero and not all are zero.
 *
 * <p>Only proportions matter: 1, 1, 2 divides like 25, 25, 50.
 */
public record Weights(SortedMap<String, Fraction> byPartner) {

    /** @throws RuleBroken {@code weight-negative}, {@code weights-zero} (also when there are none) */
    public Weights {
        byPartner = Collections.unmodifiableSortedMap(new TreeMap<>(byPartner));
        byPartner.forEach(Weights::refuseNegative);
        if (byPartner.values().stream().allMatch(weight -> weight.signum() == 0)) {
            throw new RuleBroken("weights-zero", "/weights", "At least one weight must be above zero.");
        }
    }

    private static void refuseNegative(String partner, Fraction weight) {
        if (weight.signum() < 0) {
            throw new RuleBroken("weight-negative", "/weights/" + partner, "A weight cannot be below zero.");
        }
    }

    public static Weights of(Map<String, Fraction> byPartner) {
        return new Weights(new TreeMap<>(byPartner));
    }

    public Fraction total() {
        return byPartner.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    public Fraction of(String partner) {
        return byPartner.getOrDefault(partner, Fraction.ZERO);
    }

    /** The same proportions, adding up to one. */
    public SortedMap<String, Fraction> fractions() {
        Fraction total = total();
        SortedMap<String, Fraction> fractions = new TreeMap<>();
        byPartner.forEach((partner, weight) -> fractions.put(partner, weight.dividedBy(total)));
        return fractions;
    }

    /** Weights added up under another name, as sub-bodies are under their parent. */
    public Weights groupedBy(Function<String, String> group) {
        return of(byPartner.entrySet().stream()
                .collect(Collectors.toMap(entry -> group.apply(entry.getKey()), Map.Entry::getValue, Fraction::plus)));
    }
}
