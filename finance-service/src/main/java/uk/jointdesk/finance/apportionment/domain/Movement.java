package uk.jointdesk.finance.apportionment.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.jointdesk.finance.money.domain.Fraction;

/**
 * How far a partner's part of a driver has moved.
 *
 * @param before its part in the weights in force
 * @param after its part in other values
 */
public record Movement(String driver, String partner, Fraction before, Fraction after) {
    private static final Fraction HUNDRED = Fraction.of(100, 1);

    /** Percentage points, exact, whichever way it moved. */
    public Fraction points() {
        Fraction moved = after.minus(before).times(HUNDRED);
        return moved.signum() < 0 ? Fraction.ZERO.minus(moved) : moved;
    }

    /** Every partner's movement in every driver of the two, by driver and partner. */
    public static List<Movement> between(SortedMap<String, Weights> inForce, SortedMap<String, Weights> others) {
        List<Movement> movements = new ArrayList<>();
        inForce.forEach((driver, weights) -> {
            if (others.containsKey(driver)) {
                movements.addAll(
                        between(driver, weights.fractions(), others.get(driver).fractions()));
            }
        });
        return List.copyOf(movements);
    }

    private static List<Movement> between(
            String driver, SortedMap<String, Fraction> before, SortedMap<String, Fraction> after) {
        SortedSet<String> partners = new TreeSet<>(before.keySet());
        partners.addAll(after.keySet());
        return partners.stream()
                .map(partner -> new Movement(
                        driver,
                        partner,
                        before.getOrDefault(partner, Fraction.ZERO),
                        after.getOrDefault(partner, Fraction.ZERO)))
                .toList();
    }

    public static Optional<Movement> largest(List<Movement> movements) {
        return movements.stream().max(Comparator.comparing(Movement::points));
    }

    /** Whether any moved further than is tolerated; exactly as far is tolerated, and without a tolerance nothing is. */
    public static boolean isTooFar(List<Movement> movements, Fraction tolerancePoints) {
        Fraction tolerated = tolerancePoints == null ? Fraction.ZERO : tolerancePoints;
        return largest(movements)
                .filter(movement -> movement.points().compareTo(tolerated) > 0)
                .isPresent();
    }
}
