package uk.jointdesk.incident.ticket.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.jointdesk.incident.majorincident.store.LinkedTickets;
import uk.jointdesk.incident.queue.domain.QueueRegister;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.version.Version;

/** Tickets as callers read them, with what the registers and the major incidents say of them. */
@ApplicationScoped
public class TicketViews {

    private final ScopedDb db;
    private final QueuesInForce queues;
    private final LinkedTickets majorIncidents;
    private final Clock clock;

    public TicketViews(ScopedDb db, QueuesInForce queues, LinkedTickets majorIncidents, Clock clock) {
        this.db = db;
        this.queues = queues;
        this.majorIncidents = majorIncidents;
        this.clock = clock;
    }

    public TicketView of(Ticket ticket, Instant now) {
        return db.read(handle -> of(ticket, now, queues.read(handle), major(List.of(ticket))));
    }

    public Page<TicketView> of(Page<Ticket> page, Instant now) {
        return db.read(handle -> {
            QueueRegister register = queues.read(handle);
            Set<String> major = major(page.items());
            return page.map(ticket -> of(ticket, now, register, major));
        });
    }

    private Set<String> major(List<Ticket> tickets) {
        return majorIncidents
                .among(tickets.stream()
                        .map(ticket -> ticket.identity().reference())
                        .toList())
                .keySet();
    }

    private static TicketView of(Ticket ticket, Instant now, QueueRegister register, Set<String> major) {
        String organisation =
                register.organisationOf(ticket.said().queue(), ticket.partner()).orElse(null);
        return TicketView.of(
                ticket, now, organisation, major.contains(ticket.identity().reference()));
    }

    /** The ticket as it stands now, with the version to name when changing it. */
    public Response answer(Ticket ticket) {
        return Response.ok(of(ticket, clock.instant()))
                .tag(Version.tag(ticket.version()))
                .build();
    }
}
