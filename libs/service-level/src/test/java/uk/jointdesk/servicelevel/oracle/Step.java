package uk.jointdesk.servicelevel.oracle;

import java.util.List;

/** Something that happened to a ticket, as the oracle reads it: minutes since 1970 and words. */
public record Step(
        long minute, long sequence, String what, boolean snapshot, String priority, String partner, String reason) {

    private static final List<String> ORDER = List.of(
            "LOGGED",
            "ASSIGNED",
            "STARTED",
            "ON_HOLD",
            "RESUMED",
            "PRIORITY_CHANGED",
            "PARTNER_CHANGED",
            "CATEGORISED",
            "RESOLVED",
            "REOPENED",
            "CLOSED",
            "CANCELLED",
            "MERGED",
            "RESPONDED");

    boolean before(Step other) {
        if (minute != other.minute) {
            return minute < other.minute;
        }
        if (sequence != other.sequence) {
            return sequence < other.sequence;
        }
        return ORDER.indexOf(what) < ORDER.indexOf(other.what);
    }

    boolean tellsOfTheTicket() {
        return snapshot || what.equals("LOGGED");
    }
}
