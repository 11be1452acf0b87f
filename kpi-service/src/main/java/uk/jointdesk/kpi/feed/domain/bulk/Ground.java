package uk.jointdesk.kpi.feed.domain.bulk;

import java.time.Instant;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.bulk.BulkTarget;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.target.Target;

/**
 * What tickets of the same terms, logged under the same versions of everything, are judged by.
 *
 * @param code see {@link BulkTarget}
 * @param place of the calendar in the judge's list
 * @param version null where no target holds, like target and calendar
 */
record Ground(long code, int place, AgreementVersion version, Target target, WorkingCalendar calendar) {

    static final Ground NONE = new Ground(BulkTarget.NONE, 0, null, null, null);

    boolean hasTarget() {
        return code != BulkTarget.NONE;
    }

    /** Whether the arrays of the bulk judge can hold this life. */
    boolean suits(Life life) {
        return life.interruptions()
                .filter(told -> !hasTarget() || !life.reopened() || version.reopen() == ReopenReading.RESUME)
                .filter(told ->
                        !hasTarget() || version.changePolicy() == ChangePolicy.RETROACTIVE || !told.termsChanged())
                .isPresent();
    }

    boolean stops(Interruptions.Pause pause) {
        return pause.reason().equals(Interruptions.OVER)
                || (hasTarget() && version.stopping().contains(HoldReason.named(pause.reason())));
    }

    /** Service minutes allowed to a ticket, cut off. */
    long minutesAllowed(Instant loggedAt) {
        return target.allowance(calendar, loggedAt).toMinutes();
    }
}
