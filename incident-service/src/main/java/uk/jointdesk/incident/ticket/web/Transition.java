package uk.jointdesk.incident.ticket.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** A ticket's next status. */
public record Transition(
        @NotNull TicketStatus to,

        @Schema(description = "Why it waits, of ON_HOLD. All but OTHER stop the clock")
        @Pattern(
                regexp = "AWAITING_USER|AWAITING_SUPPLIER|AWAITING_RESOURCE|OTHER",
                message = "is AWAITING_USER, AWAITING_SUPPLIER, AWAITING_RESOURCE or OTHER")
        String reason,

        @Schema(description = "The ticket that goes on, of MERGED") @Size(max = 100)
        String into,

        @Schema(description = "Who works on it, of ASSIGNED; an opaque id")
        @Pattern(regexp = Assignee.PATTERN, message = Assignee.MESSAGE)
        String assignee,

        @Size(max = 20_000) String note,

        @Schema(description = "Who may read the note: PUBLIC, or INTERNAL as it is unless said otherwise")
        @Pattern(regexp = "PUBLIC|INTERNAL", message = "is PUBLIC or INTERNAL")
        String visibility,

        @Schema(description = "When it happened, if not now", examples = "2021-06-07T09:00:00Z")
        String at) {

    /** Refuses what is missing, whatever the ticket is like. */
    void checkComplete(String reference) {
        if (to == TicketStatus.ON_HOLD && reason == null) {
            throw Refusal.refused("reason-required", "Say why it waits.", new FieldError("/reason", "is required"));
        }
        if (to == TicketStatus.MERGED && (into == null || into.isBlank() || into.equals(reference))) {
            throw Refusal.refused(
                    "into-required",
                    "Say which other ticket goes on.",
                    new FieldError("/into", "is another ticket's reference"));
        }
        if (assignee != null && to != TicketStatus.ASSIGNED) {
            throw Refusal.refused(
                    "assignee-refused",
                    "Only ASSIGNED names who works on it.",
                    new FieldError("/assignee", "belongs to ASSIGNED"));
        }
    }

    private Detail detail() {
        return Detail.of(new Handling(null, assignee, null, null));
    }

    /** The event this is, from where the ticket stands. */
    Fact fact(Seen seen, Instant now) {
        TicketStatus from = seen.ticket().status();
        Moves move = Moves.between(from, to)
                .orElseThrow(() -> Refusal.conflict(
                        "transition-not-allowed", "A ticket that is " + from + " cannot become " + to + "."));
        Instant when = Times.past(at, "/at", now, now);
        if (when.isBefore(seen.history().lastChange())) {
            if (at != null) {
                throw Refusal.refused(
                        "time-before-last-event",
                        "Something later is known of this ticket.",
                        new FieldError("/at", "lies before " + seen.history().lastChange()));
            }
            when = seen.history().lastChange();
        }
        return Fact.here(
                seen.ticket().identity(),
                seen.history().nextSequence(),
                move.event(),
                when,
                Said.NOTHING,
                detail(),
                to == TicketStatus.ON_HOLD ? reason : null,
                to == TicketStatus.MERGED ? into : null);
    }
}
