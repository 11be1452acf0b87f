package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;

/**
 * A stretch in which a ticket was open with one holder, either being worked on or on hold. Half-open; empty only for a
 * ticket that was over the moment it was logged.
 *
 * @param partner who held it, null for nobody
 * @param hold why it was on hold, null while it was worked on
 * @param endedAt end, null while it lasts; {@code leftBy} likewise
 */
public record OpenSpell(String partner, String hold, Instant startedAt, Entry entered, Instant endedAt, Exit leftBy) {

    /** How a ticket comes into a stretch. */
    public enum Entry {
        LOGGED,
        REOPENED,
        TRANSFERRED,
        /** Nothing that a volume counts: a hold began or ended. */
        CONTINUED
    }

    /** How a ticket leaves a stretch. */
    public enum Exit {
        RESOLVED,
        CANCELLED,
        MERGED,
        TRANSFERRED,
        CONTINUED
    }
}
