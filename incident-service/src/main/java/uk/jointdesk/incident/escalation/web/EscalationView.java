package uk.jointdesk.incident.escalation.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.escalation.domain.Escalation;
import uk.jointdesk.incident.escalation.domain.ManualEscalation;

/** Somebody was told that a ticket needs more: its clock reached a threshold, or a person said so. */
@Schema(name = "Escalation")
public record EscalationView(
        String id,

        @Schema(description = "THRESHOLD, or MANUAL for a person's")
        String kind,

        String ticket,
        String partner,

        @Schema(description = "The ticket's priority when it was announced")
        String priority,

        @Schema(description = "RESPONSE or RESOLUTION, of a THRESHOLD")
        String metric,

        @Schema(
                description = "A share of the target, or service minutes before it is due",
                examples = {"75%", "120m-before-due"})
        String threshold,

        @Schema(description = "Which of the ticket's clocks it was, counting those that announced something")
        Integer generation,

        @Schema(description = "When the threshold was reached")
        Instant reachedAt,

        Instant announcedAt,

        @Schema(description = "When recipients may be told: at once, or when the service opens")
        Instant deliverAfter,

        @Schema(description = "True when it was learned too late to tell anybody, as from an imported history")
        Boolean late,

        @Schema(description = "Who escalated, of MANUAL") String by,
        @Schema(description = "Why, of MANUAL") String reason,

        @Schema(description = "Who has taken notice; left out until then")
        Acknowledgement acknowledgement) {

    /** Somebody has taken notice. */
    @Schema(name = "EscalationAcknowledgement")
    public record Acknowledgement(Instant at, String by, String reason) {}

    static EscalationView of(Escalation escalation) {
        var reached = escalation.reached();
        return new EscalationView(
                escalation.id().toString(),
                "THRESHOLD",
                reached.ticket(),
                reached.partner(),
                reached.priority(),
                reached.metric(),
                reached.threshold(),
                escalation.generation(),
                reached.dueAt(),
                escalation.announcedAt(),
                escalation.deliverAfter(),
                reached.late(),
                null,
                null,
                acknowledgement(escalation));
    }

    static EscalationView of(ManualEscalation manual) {
        return new EscalationView(
                manual.id().toString(),
                "MANUAL",
                manual.ticket(),
                manual.partner(),
                null,
                null,
                null,
                null,
                null,
                manual.at(),
                null,
                null,
                manual.by(),
                manual.reason(),
                null);
    }

    private static Acknowledgement acknowledgement(Escalation escalation) {
        var given = escalation.acknowledgement();
        return given == null ? null : new Acknowledgement(given.at(), given.by(), given.reason());
    }
}
