package uk.jointdesk.servicelevel.target;

import java.time.Duration;
import java.time.Instant;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;

/**
 * How much service time a ticket may use. A contract writes it in working hours or in working days; what "a working
 * day" means is said by each target, because the two readings give different answers (a ticket logged on 23 December
 * at 16:00 is due on the 29th at 16:00 or on the 30th at 11:30).
 */
public sealed interface Target {

    /**
     * The service time a ticket may use, met if and only if no more is used.
     *
     * @param calendar the hours of the partner that holds the ticket
     * @param start the instant from which the target counts
     */
    Duration allowance(WorkingCalendar calendar, Instant start);

    /** "Within 4 working hours" is 240 minutes of service time. */
    record ServiceMinutes(long minutes) implements Target {

        public ServiceMinutes {
            requirePositive(minutes);
        }

        @Override
        public Duration allowance(WorkingCalendar calendar, Instant start) {
            return Duration.ofMinutes(minutes);
        }

        @Override
        public String toString() {
            return minutes + " service minutes";
        }
    }

    /** "Within 2 working days", in one of two readings. */
    record WorkingDays(int days, Reading reading) implements Target {

        public WorkingDays {
            requirePositive(days);
        }

        @Override
        public Duration allowance(WorkingCalendar calendar, Instant start) {
            return reading == Reading.SERVICE_MINUTES
                    ? calendar.serviceDay(start).multipliedBy(days)
                    : calendar.between(start, calendar.sameTimeAfter(start, days));
        }

        @Override
        public String toString() {
            return days + " working days (" + reading + ")";
        }
    }

    /** What "n working days" means. */
    enum Reading {
        /** n times the length of the calendar's service day: 2 days of 08:00-18:00 are 1,200 minutes. */
        SERVICE_MINUTES,
        /**
         * Until the same local time n working days later. The service time between the two instants is the allowance, so
         * that a half day on the way makes it shorter and a pause does not eat into it.
         */
        SAME_TIME
    }

    private static void requirePositive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a target must be positive: " + amount);
        }
    }
}
