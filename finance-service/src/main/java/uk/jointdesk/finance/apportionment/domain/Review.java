package uk.jointdesk.finance.apportionment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.jointdesk.finance.driver.domain.Months;

/**
 * Whether a scheme is to be looked at again.
 *
 * @param months of the values that were compared with the weights in force; null where there are none to compare
 * @param movements empty where there are none to compare
 */
public record Review(SchemeRecord.Version inForce, LocalDate asAt, Months months, List<Movement> movements) {

    /** Why a review is due. */
    public enum Reason {
        DATE_REACHED,
        DRIVER_MOVED
    }

    public List<Reason> reasons() {
        return Stream.of(Reason.values()).filter(this::holds).toList();
    }

    private boolean holds(Reason reason) {
        WeightSource weights = inForce.weights();
        return switch (reason) {
            case DATE_REACHED -> weights.reviewOn() != null && !asAt.isBefore(weights.reviewOn());
            case DRIVER_MOVED -> Movement.isTooFar(movements, weights.tolerancePoints());
        };
    }
}
