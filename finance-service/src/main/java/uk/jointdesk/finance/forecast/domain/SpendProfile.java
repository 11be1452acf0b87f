package uk.jointdesk.finance.forecast.domain;

import java.util.Collections;
import java.util.List;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

/**
 * How a year's spending falls on its months.
 *
 * @param weights of P1 to P12; what they add up to does not matter
 */
public record SpendProfile(String code, String title, List<Integer> weights, String source) {
    private static final int MONTHS = 12;
    /** The same in each month. */
    public static final SpendProfile EVEN =
            new SpendProfile("EVEN", "The same each month", Collections.nCopies(MONTHS, 1), "twelfths");

    /** @throws RuleBroken {@code profile-malformed} */
    public SpendProfile {
        weights = List.copyOf(weights);
        if (weights.size() != MONTHS || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new RuleBroken("profile-malformed", "/weights", "Twelve weights, none below zero.");
        }
        if (weights.stream().allMatch(weight -> weight == 0)) {
            throw new RuleBroken("profile-malformed", "/weights", "A year in which nothing is spent has no profile.");
        }
    }

    /** Of the periods from one to another, both included. */
    long weight(int from, int to) {
        long sum = 0;
        for (int weight : weights.subList(from - 1, to)) {
            sum += weight;
        }
        return sum;
    }

    long total() {
        return weight(1, MONTHS);
    }
}
