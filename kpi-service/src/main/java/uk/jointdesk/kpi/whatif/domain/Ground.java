package uk.jointdesk.kpi.whatif.domain;

import java.util.Set;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.bulk.BulkTarget;

/**
 * What tickets of the same terms, logged under the same versions of everything, are judged by.
 *
 * @param target see {@link BulkTarget}
 * @param calendar place of the calendar in the judge's list
 * @param stopping reasons that stop the clock
 */
record Ground(long target, int calendar, Set<HoldReason> stopping, ReopenReading reopen, ChangePolicy changes) {

    static final Ground NONE = new Ground(BulkTarget.NONE, 0, Set.of(), ReopenReading.RESUME, ChangePolicy.RETROACTIVE);

    static Ground of(long target, int calendar, AgreementVersion version) {
        return new Ground(target, calendar, version.stopping(), version.reopen(), version.changePolicy());
    }

    /** Whether the arrays of the bulk judge can hold this life. */
    boolean suits(Life life) {
        boolean resumes = !life.reopened() || reopen == ReopenReading.RESUME;
        return life.interruptions()
                .filter(told -> target == BulkTarget.NONE || resumes)
                .filter(told -> changes == ChangePolicy.RETROACTIVE || !told.termsChanged())
                .isPresent();
    }

    boolean stops(Interruptions.Pause pause) {
        return pause.reason().equals(Interruptions.OVER) || stopping.contains(HoldReason.named(pause.reason()));
    }
}
