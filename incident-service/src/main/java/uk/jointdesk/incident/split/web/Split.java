package uk.jointdesk.incident.split.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.event.EventKind;

/** The parts of a ticket that turned out to be several. */
public record Split(
        @Schema(description = "The new tickets") @NotEmpty @Size(max = 20)
        List<@NotNull @Valid Part> tickets,

        @Schema(
                description =
                        "ORIGINAL: the clocks of the new tickets begin when this one was logged; NOW: at the split")
        @NotNull
        Begin loggedAt,

        @Schema(description = "Why") @NotBlank @Size(max = 2_000)
        String reason) {

    /** From when the parts count. */
    public enum Begin {
        ORIGINAL,
        NOW
    }

    /** A new ticket; what it does not say it has from the original. */
    public record Part(
            @NotBlank @Size(max = 500) String title,
            @Size(max = 20_000) String description,

            @Pattern(regexp = "INCIDENT|SERVICE_REQUEST", message = "is INCIDENT or SERVICE_REQUEST")
            String type,

            @Pattern(regexp = "P[1-4]", message = "is P1, P2, P3 or P4")
            String priority,

            @Size(max = 200) String category,
            @Size(max = 200) String queue,
            @Size(max = 100) String catalogueItem) {

        Said said() {
            return new Said(type, priority, null, queue, category, catalogueItem);
        }
    }

    /** What the original says of it: an event of its own, so that who reads on finds the parts. */
    Fact told(Seen seen, Instant now) {
        Ticket original = seen.ticket();
        if (!Moves.SPLIT.allowedFrom(original.status()) || original.loggedAt() == null) {
            throw Refusal.conflict("transition-not-allowed", "Only a ticket that was logged and is open is split.");
        }
        return Fact.here(
                original.identity(),
                seen.history().nextSequence(),
                Moves.SPLIT.event(),
                seen.notBeforeItsEnd(now),
                Said.NOTHING,
                Detail.of(Handling.because(reason)),
                null,
                null);
    }

    /** What logs a part as a ticket of its own. */
    Fact logged(Part part, Ticket.Identity identity, Ticket original, Instant now) {
        Detail detail = new Detail(
                part.title(),
                part.description(),
                original.detail().requester(),
                null,
                null,
                new Handling(original.detail().handled().service(), null, reason, null));
        Instant at = loggedAt == Begin.ORIGINAL ? original.loggedAt() : now;
        Said said = original.said().then(part.said());
        return Fact.here(identity, 0, EventKind.LOGGED, at, said, detail, null, null);
    }
}
