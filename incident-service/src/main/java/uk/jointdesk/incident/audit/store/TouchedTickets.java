package uk.jointdesk.incident.audit.store;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketFollower;

/** Notes which tickets a request has changed. Imports have no request: their sending is in the trail, their rows are facts. */
@ApplicationScoped
public class TouchedTickets implements TicketFollower {

    private final AuditedRequest request;

    public TouchedTickets(AuditedRequest request) {
        this.request = request;
    }

    @Override
    public void changed(Handle handle, List<Ticket> tickets) {
        if (Arc.container().requestContext().isActive() && request.line() != null) {
            tickets.forEach(ticket ->
                    request.about(ticket.identity().reference(), Collections.singletonList(ticket.partner())));
        }
    }
}
