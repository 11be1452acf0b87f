package uk.jointdesk.servicelevel.calendar;

/** A calendar that cannot be meant as written; {@link #reason()} is stable and fit for an error code. */
public final class CalendarRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why a calendar is refused. */
    public enum Reason {
        /** No weekday of a version has a window: a target would never run out. Close single days by special days. */
        NEVER_OPENS,
        /** A window that closes at 23:59 loses a minute every night; the end of a day is written 24:00. */
        CLOSES_AT_23_59,
        /** Two windows of one day share time, so that it would be counted twice. */
        WINDOWS_OVERLAP,
        /** There is no version at all. */
        NO_VERSION,
        /** Two versions begin on one day. */
        TWO_VERSIONS_ON_ONE_DAY,
        /** One day has two holidays with different names. */
        TWO_HOLIDAYS_ON_ONE_DAY
    }

    private final Reason reason;

    CalendarRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
