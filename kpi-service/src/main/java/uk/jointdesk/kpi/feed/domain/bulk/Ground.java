package uk.jointdesk.kpi.feed.domain.bulk;

import java.time.Instant;
import java.time.LocalDate;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.bulk.BulkTarget;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.target.Target;

/** What tickets of the same terms, logged under the same versions of everything, are judged by. */
final class Ground {

    static final Ground NONE = new Ground();

    private final long code;
    private final int place;
    private final AgreementVersion version;
    private final Target target;
    private final WorkingCalendar calendar;
    private final int unsuited;
    private final int stopping;

    private Ground() {
        this.code = BulkTarget.NONE;
        this.place = 0;
        this.version = null;
        this.target = null;
        this.calendar = null;
        this.unsuited = Lives.UNTOLD;
        this.stopping = 0;
    }

    /** @param place of the calendar in the judge's list */
    Ground(AgreementVersion version, Target target, Instant loggedAt, WorkingCalendar calendar, int place) {
        this.code = BulkTarget.of(target, calendar.serviceDay(loggedAt));
        this.place = place;
        this.version = version;
        this.target = target;
        this.calendar = calendar;
        this.unsuited = unsuited(version);
        this.stopping = stopping(version);
    }

    /** See {@link BulkTarget}. */
    long code() {
        return code;
    }

    int place() {
        return place;
    }

    /** The traits of lives that the arrays of the bulk judge cannot hold. */
    int unsuited() {
        return unsuited;
    }

    /** @param why the place of a reason in {@link Pauses} */
    boolean stops(int why) {
        return ((stopping >> why) & 1) == 1;
    }

    /** Whether the service time allowed is another for each ticket. */
    boolean allowsEachItsOwn() {
        return code < 0;
    }

    /** @param endedAt when the clock stopped; like {@code loggedAt} in epoch milliseconds */
    Basis basis(long loggedAt, long endedAt) {
        if (code == BulkTarget.NONE) {
            return Basis.NONE;
        }
        LocalDate lastDay = LocalDate.ofInstant(Instant.ofEpochMilli(endedAt), calendar.zone());
        return new Basis(
                target.allowance(calendar, Instant.ofEpochMilli(loggedAt)).toMinutes(),
                version.agreement(),
                version.version(),
                calendar.code(),
                calendar.versionOn(lastDay));
    }

    private static int unsuited(AgreementVersion version) {
        return Lives.UNTOLD
                | (version.reopen() == ReopenReading.RESUME ? 0 : Lives.REOPENED)
                | (version.changePolicy() == ChangePolicy.RETROACTIVE ? 0 : Lives.CHANGED);
    }

    private static int stopping(AgreementVersion version) {
        int stopping = 1 << Pauses.OVER;
        for (HoldReason reason : version.stopping()) {
            stopping |= 1 << reason.ordinal();
        }
        return stopping;
    }
}
