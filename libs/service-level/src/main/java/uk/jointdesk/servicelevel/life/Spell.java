package uk.jointdesk.servicelevel.life;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * A part of a ticket's life during which nothing about it changed; half-open and never empty.
 *
 * @param to end, or null while it lasts
 * @param state what the clock has to know
 * @param reason of a hold its reason, else null
 * @param attributes what was known of the ticket
 */
public record Spell(Instant from, Instant to, State state, HoldReason reason, Attributes attributes) {

    /** What a spell is to the clock. */
    public enum State {
        /** Waiting for the service or worked on. */
        RUNNING,
        /** On hold; whether this stops the clock is for the agreement to say. */
        HELD,
        /** Resolved or closed. */
        RESOLVED,
        /** Cancelled or merged. */
        WITHDRAWN;

        public boolean isOver() {
            return this == RESOLVED || this == WITHDRAWN;
        }
    }

    public String partner() {
        return attributes.partner();
    }

    public String priority() {
        return attributes.priority();
    }

    /** What of this spell lies between two instants, if anything does. */
    public Optional<Spell> within(Instant start, Instant end) {
        Instant begin = from.isAfter(start) ? from : start;
        Instant finish = to != null && to.isBefore(end) ? to : end;
        return begin.isBefore(finish)
                ? Optional.of(new Spell(begin, finish, state, reason, attributes))
                : Optional.empty();
    }
}
