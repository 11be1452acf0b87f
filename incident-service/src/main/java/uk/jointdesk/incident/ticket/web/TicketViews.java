package uk.jointdesk.incident.ticket.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import uk.jointdesk.incident.queue.domain.QueueRegister;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.version.Version;

/** Tickets as callers read them, with what the registers say of them. */
@ApplicationScoped
public class TicketViews {

    private final QueuesInForce queues;
    private final Clock clock;

    public TicketViews(QueuesInForce queues, Clock clock) {
        this.queues = queues;
        this.clock = clock;
    }

    public TicketView of(Ticket ticket, Instant now) {
        return of(ticket, now, queues.read());
    }

    public Page<TicketView> of(Page<Ticket> page, Instant now) {
        QueueRegister register = queues.read();
        return page.map(ticket -> of(ticket, now, register));
    }

    private static TicketView of(Ticket ticket, Instant now, QueueRegister register) {
        String organisation =
                register.organisationOf(ticket.said().queue(), ticket.partner()).orElse(null);
        return TicketView.of(ticket, now, organisation);
    }

    /** The ticket as it stands now, with the version to name when changing it. */
    public Response answer(Ticket ticket) {
        return Response.ok(of(ticket, clock.instant()))
                .tag(Version.tag(ticket.version()))
                .build();
    }
}
