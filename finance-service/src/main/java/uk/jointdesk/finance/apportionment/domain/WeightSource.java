package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.Set;
import uk.jointdesk.finance.driver.domain.Months;
import uk.jointdesk.finance.money.domain.Fraction;

/**
 * Where a version's weights come from, and when they are to be looked at again.
 *
 * @param driver what the weights of a DRIVER version count, or null where nobody said
 * @param rule how they were read from driver values, or null where they were given
 * @param months the months they were read from, or null
 * @param tolerancePoints by how many percentage points a partner's part of a driver may move before weights are read
 *     again; null for not at all
 * @param reviewOn the day from which a review is due, or null
 * @param follows the approved version whose rule this one applies to later values, or null
 */
public record WeightSource(
        String driver, ReadingRule rule, Months months, Fraction tolerancePoints, LocalDate reviewOn, Integer follows) {
    public static final WeightSource GIVEN = new WeightSource(null, null, null, null, null, null);

    /** The drivers whose values a formula of this source weighs by. */
    public Set<String> drivers(Formula formula) {
        if (formula.isMixOfDrivers()) {
            return formula.driverNames();
        }
        return driver == null ? Set.of() : Set.of(driver);
    }
}
