package uk.jointdesk.incident.transfer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** To whom a ticket is handed on. */
public record Transfer(
        @Schema(description = "The partner that holds it from now on", examples = "LBS") @NotBlank
        String to,

        @Schema(description = "Why") @NotBlank @Size(max = 2_000)
        String reason) {

    Fact fact(Seen seen, Instant now) {
        Ticket ticket = seen.ticket();
        if (!Moves.TRANSFER.allowedFrom(ticket.status())) {
            throw Refusal.conflict(
                    "transition-not-allowed", "A ticket that is " + ticket.status() + " is not handed on.");
        }
        if (to.equals(ticket.partner())) {
            throw new Refusal(
                    409,
                    "transfer-to-holder",
                    "The partner holds it already.",
                    new FieldError("/to", "holds it already"));
        }
        return Fact.here(
                ticket.identity(),
                seen.history().nextSequence(),
                Moves.TRANSFER.event(),
                seen.notBeforeItsEnd(now),
                Said.NOTHING.withPartner(to),
                Detail.of(Handling.because(reason)),
                null,
                null);
    }
}
