package uk.jointdesk.incident.majorincident.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.majorincident.domain.Candidate;
import uk.jointdesk.incident.majorincident.domain.SeriousTicket;

/** Something that may be a major incident, and why. */
public record CandidateView(
        @Schema(description = "SEVERAL_COUNCILS, SEVERAL_P1 or P1_NEAR_TARGET")
        String criterion,

        @Schema(description = "The reason in a sentence") String why,

        @Schema(description = "The authorities behind the tickets")
        List<String> councils,

        List<Ticket> tickets,

        @Schema(description = "Major incidents that some of the tickets belong to already")
        List<String> majorIncidents) {

    /** A ticket that the reason rests on. */
    public record Ticket(
            String reference,
            String partner,
            String priority,
            String title,
            Instant loggedAt,

            @Schema(
                    description = "How much of its target is used, in per cent; left out without a target",
                    examples = "75.00")
            String percentUsed,

            @Schema(description = "Whether the incident manager has escalated it")
            boolean escalated,

            String majorIncident) {

        static Ticket of(SeriousTicket ticket) {
            return new Ticket(
                    ticket.reference(),
                    ticket.partner(),
                    ticket.priority(),
                    ticket.title(),
                    ticket.loggedAt(),
                    ticket.percentUsed(),
                    ticket.escalated(),
                    ticket.majorIncident());
        }
    }

    static CandidateView of(Candidate candidate) {
        return new CandidateView(
                candidate.criterion().name(),
                candidate.why(),
                candidate.councils(),
                candidate.tickets().stream().map(Ticket::of).toList(),
                candidate.majorIncidents());
    }
}
