package uk.jointdesk.incident.ticket.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.jointdesk.incident.majorincident.store.LinkedTickets;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.paging.Page;

/** Tickets as callers see them, with what stands beside their facts. */
@ApplicationScoped
public class TicketViews {

    private final LinkedTickets majorIncidents;

    public TicketViews(LinkedTickets majorIncidents) {
        this.majorIncidents = majorIncidents;
    }

    TicketView of(Ticket ticket, Instant now) {
        String reference = ticket.identity().reference();
        return TicketView.of(
                ticket, now, majorIncidents.among(List.of(reference)).containsKey(reference));
    }

    Page<TicketView> of(Page<Ticket> tickets, Instant now) {
        Set<String> major = majorIncidents
                .among(tickets.items().stream()
                        .map(ticket -> ticket.identity().reference())
                        .toList())
                .keySet();
        return tickets.map(ticket ->
                TicketView.of(ticket, now, major.contains(ticket.identity().reference())));
    }
}
