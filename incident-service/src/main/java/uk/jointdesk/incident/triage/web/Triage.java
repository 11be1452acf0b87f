package uk.jointdesk.incident.triage.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.priority.domain.Assessment;
import uk.jointdesk.incident.priority.web.AssessmentBody;
import uk.jointdesk.incident.priority.web.Assessor;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.incident.ticket.web.Assignee;
import uk.jointdesk.servicelevel.event.EventKind;

/** What a ticket is about, how urgent it is, and who works on it. */
public record Triage(
        @NotBlank @Size(max = 200) String category,
        @NotBlank @Size(max = 200) String queue,

        @Schema(description = "INCIDENT or SERVICE_REQUEST, if it is another than was said")
        @Pattern(regexp = "INCIDENT|SERVICE_REQUEST", message = "is INCIDENT or SERVICE_REQUEST")
        String type,

        @Schema(description = "Left out, it follows from the assessment, or stays")
        @Pattern(regexp = "P[1-4]", message = "is P1, P2, P3 or P4")
        String priority,

        @Schema(description = "What the priority follows from") @Valid
        AssessmentBody assessment,

        @Schema(description = "Why the priority is another one than the matrix says") @Size(max = 2_000)
        String overrideReason,

        @Schema(description = "The code of the business service that is affected") @Size(max = 40)
        String service,

        @Schema(description = "Who works on it, as an opaque id; the ticket is ASSIGNED then")
        @Pattern(regexp = Assignee.PATTERN, message = Assignee.MESSAGE)
        String assignee) {

    Assessor.Subject subject(Ticket ticket) {
        return new Assessor.Subject(
                ticket.partner(), type == null ? ticket.said().type() : type);
    }

    /** One event that says it all. */
    Fact fact(Seen seen, Instant now, Assessment judged) {
        Ticket ticket = seen.ticket();
        String urgent = judged == null ? priority : judged.priority();
        String affected = service == null && judged != null ? judged.service() : service;
        String changed = urgent == null || urgent.equals(ticket.said().priority()) ? null : urgent;
        return Fact.here(
                ticket.identity(),
                seen.history().nextSequence(),
                kind(changed),
                seen.notBeforeItsEnd(now),
                new Said(type, changed, null, queue, category, null),
                Detail.of(new Handling(affected, assignee, null, judged)),
                null,
                null);
    }

    private EventKind kind(String changedPriority) {
        if (assignee != null) {
            return Moves.ASSIGN.event();
        }
        return changedPriority == null ? Moves.TRIAGE.event() : EventKind.PRIORITY_CHANGED;
    }
}
