package uk.jointdesk.servicelevel.agreement;

import java.time.Duration;
import uk.jointdesk.servicelevel.target.Percent;

/** A point of a target at which somebody is told. It follows the clock, so it never falls into closed hours. */
public sealed interface EscalationThreshold {

    /** The service time at which the point is reached; never negative. */
    Duration within(Duration target);

    /** What the threshold is called, such as {@code 75%} or {@code 120m-before-due}. */
    String code();

    /** So much of the target is used, such as 75 %; may lie above 100 %. */
    record AtPercent(Percent percent) implements EscalationThreshold {

        @Override
        public Duration within(Duration target) {
            return percent.of(target);
        }

        @Override
        public String code() {
            return percent + "%";
        }
    }

    /** So many service minutes are left; more than the whole target means at once. */
    record BeforeDue(long serviceMinutes) implements EscalationThreshold {

        public BeforeDue {
            if (serviceMinutes < 0) {
                throw new IllegalArgumentException("minutes before due cannot be negative: " + serviceMinutes);
            }
        }

        @Override
        public Duration within(Duration target) {
            Duration used = target.minusMinutes(serviceMinutes);
            return used.isNegative() ? Duration.ZERO : used;
        }

        @Override
        public String code() {
            return serviceMinutes + "m-before-due";
        }
    }
}
