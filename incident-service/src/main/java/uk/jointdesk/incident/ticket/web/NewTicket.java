package uk.jointdesk.incident.ticket.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.priority.domain.Assessment;
import uk.jointdesk.incident.priority.web.AssessmentBody;
import uk.jointdesk.incident.priority.web.Assessor;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.event.EventKind;

/** A ticket to be opened. */
public record NewTicket(
        @Schema(description = "Whose it is; only who sees all partners may leave it out", examples = "LBL")
        String partner,

        @NotBlank @Pattern(regexp = "INCIDENT|SERVICE_REQUEST", message = "is INCIDENT or SERVICE_REQUEST")
        String type,

        @Schema(description = "Required without an assessment; with one it overrides the matrix and needs a reason")
        @Pattern(regexp = "P[1-4]", message = "is P1, P2, P3 or P4")
        String priority,

        @NotBlank @Size(max = 500) String title,
        @Size(max = 20_000) String description,
        @Size(max = 200) String category,
        @Size(max = 100) String catalogueItem,
        @Size(max = 200) String queue,
        @Size(max = 200) String requester,

        @Schema(description = "The code of the business service that is affected", examples = "TELEPHONY")
        @Size(max = 40)
        String service,

        @Schema(description = "What the priority follows from") @Valid
        AssessmentBody assessment,

        @Schema(description = "Why the priority is another one than the matrix says") @Size(max = 2_000)
        String overrideReason,

        @Schema(description = "When it was logged, if not now; for the desk to say", examples = "2021-06-07T08:00:00Z")
        String loggedAt,

        @Schema(description = "NEW unless the desk says otherwise: ASSIGNED, IN_PROGRESS or ON_HOLD (with a reason)")
        @Pattern(regexp = "NEW|ASSIGNED|IN_PROGRESS|ON_HOLD", message = "is NEW, ASSIGNED, IN_PROGRESS or ON_HOLD")
        String status,

        @Schema(description = "Why it waits, of ON_HOLD")
        @Pattern(
                regexp = "AWAITING_USER|AWAITING_SUPPLIER|AWAITING_RESOURCE|OTHER",
                message = "is AWAITING_USER, AWAITING_SUPPLIER, AWAITING_RESOURCE or OTHER")
        String reason,

        @Valid SourceName source) {

    /** The desk that keeps the ticket too, and its reference there. */
    public record SourceName(
            @NotBlank String system,
            @NotBlank @Size(max = 100) String reference) {}

    Assessor.Subject subject() {
        return new Assessor.Subject(partner, type);
    }

    /** Refuses what is missing, whoever opens it. */
    void checkComplete() {
        if ("ON_HOLD".equals(status) && reason == null) {
            throw Refusal.refused("reason-required", "Say why it waits.", new FieldError("/reason", "is required"));
        }
        if (priority == null && assessment == null) {
            throw Refusal.refused(
                    "body-invalid",
                    "A ticket has a priority, or an assessment that it follows from.",
                    new FieldError("/priority", "must not be blank"));
        }
    }

    /** What opening it amounts to: it is logged, and stands where it is said to stand from the same instant. */
    List<Fact> facts(Ticket.Identity identity, Instant at, Assessment judged) {
        List<Fact> facts = new ArrayList<>();
        String urgent = judged == null ? priority : judged.priority();
        String affected = service == null && judged != null ? judged.service() : service;
        Said said = new Said(type, urgent, partner, queue, category, catalogueItem);
        Detail detail =
                new Detail(title, description, requester, null, null, new Handling(affected, null, null, judged));
        facts.add(Fact.here(identity, 0, EventKind.LOGGED, at, said, detail, null, null));
        EventKind next = first(status);
        if (next != null) {
            facts.add(Fact.here(identity, 1, next, at, Said.NOTHING, Detail.NOTHING, reason, null));
        }
        return facts;
    }

    private static EventKind first(String status) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "ASSIGNED" -> EventKind.ASSIGNED;
            case "IN_PROGRESS" -> EventKind.STARTED;
            case "ON_HOLD" -> EventKind.ON_HOLD;
            default -> null;
        };
    }
}
