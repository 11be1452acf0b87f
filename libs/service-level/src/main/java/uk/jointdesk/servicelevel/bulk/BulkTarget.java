package uk.jointdesk.servicelevel.bulk;

import java.time.Duration;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.servicelevel.target.Target.Reading;
import uk.jointdesk.servicelevel.target.Target.ServiceMinutes;
import uk.jointdesk.servicelevel.target.Target.WorkingDays;

/**
 * A target as one number: service time in milliseconds if positive, "the same time so many working days later" as the
 * negative number of days, or {@link #NONE}.
 */
public final class BulkTarget {

    /** No target holds for the ticket. */
    public static final long NONE = 0;

    private BulkTarget() {}

    /**
     * @param serviceDay length of the calendar's service day, for a target in working days
     */
    public static long of(Target target, Duration serviceDay) {
        if (target instanceof ServiceMinutes minutes) {
            return Duration.ofMinutes(minutes.minutes()).toMillis();
        }
        WorkingDays working = (WorkingDays) target;
        return working.reading() == Reading.SAME_TIME
                ? -working.days()
                : serviceDay.multipliedBy(working.days()).toMillis();
    }
}
