package uk.jointdesk.incident.ticket.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.ticket.domain.Clocked;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.clock.SlaState;

/** A ticket. What is not known is left out. */
public record TicketView(
        String reference,

        @Schema(description = "Whose it is; left out of a ticket that belongs to nobody")
        String partner,

        String type,
        String priority,

        @Schema(description = "NEW, ASSIGNED, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED, CANCELLED or MERGED")
        String status,

        @Schema(description = "Why it waits, while ON_HOLD") String holdReason,
        String mergedInto,
        String title,
        String description,
        String category,
        String catalogueItem,
        String queue,

        @Schema(description = "Whose queue it is: STS or a partner; left out when that is unknown")
        String queueOrganisation,

        @Schema(description = "The code of the business service that is affected")
        String service,

        @Schema(description = "Who works on it, as an opaque id")
        String assignee,

        String requester,

        @Schema(description = "Left out while nobody has said so: the ticket is provisional and in no figure")
        Instant loggedAt,

        @Schema(description = "When the service first answered, or resolved without a word")
        Instant respondedAt,

        Instant resolvedAt,
        Instant closedAt,
        int reopenCount,
        boolean majorIncident,

        @Schema(description = "True while no desk has said that it was logged")
        Boolean provisional,

        Source source,
        Sla sla,
        ResponseClock response,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    /** The desk that keeps the ticket too. */
    public record Source(String system, String reference) {}

    /** Where the ticket stands against its target; the whole explanation is at {@code /sla}. */
    public record Sla(String metric, String state, Long targetMinutes, Instant dueAt, Instant breachedAt) {}

    /** Where the ticket stands against the target for the first answer; NO_TARGET where none is promised. */
    public record ResponseClock(String state, Instant dueAt, Long targetMinutes) {}

    static TicketView of(Ticket ticket, Instant now, String queueOrganisation, boolean majorIncident) {
        Ticket.Identity identity = ticket.identity();
        return new TicketView(
                identity.reference(),
                ticket.partner(),
                ticket.said().type(),
                ticket.said().priority(),
                ticket.status().name(),
                ticket.holdReason(),
                ticket.mergedInto(),
                shown(ticket.detail().title()),
                shown(ticket.detail().description()),
                ticket.said().category(),
                ticket.said().catalogueItem(),
                ticket.said().queue(),
                queueOrganisation,
                shown(ticket.detail().handled().service()),
                shown(ticket.detail().handled().assignee()),
                shown(ticket.detail().requester()),
                ticket.loggedAt(),
                ticket.answered().at(),
                ticket.resolvedAt(),
                ticket.closedAt(),
                ticket.reopenCount(),
                majorIncident,
                ticket.loggedAt() == null ? true : null,
                identity.source() == null ? null : new Source(identity.source(), identity.sourceReference()),
                sla(ticket, now),
                response(ticket.answered().clock(), now),
                ticket.version());
    }

    private static Sla sla(Ticket ticket, Instant now) {
        SlaState state = ticket.clock().stateAt(now);
        return new Sla(
                Metric.RESOLUTION.name(),
                state.name(),
                ticket.clock().targetMinutes(),
                ticket.clock().dueAt(),
                ticket.clock().breachedBy(now));
    }

    private static ResponseClock response(Clocked clock, Instant now) {
        return new ResponseClock(clock.stateAt(now).name(), clock.dueAt(), clock.targetMinutes());
    }

    private static String shown(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
