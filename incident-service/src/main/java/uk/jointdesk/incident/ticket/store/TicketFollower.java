package uk.jointdesk.incident.ticket.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.ticket.domain.Ticket;

/**
 * Follows tickets as they change. It is told in the transaction of the change and in its scope: what it writes is there
 * if and only if the change is. Imports tell of thousands of tickets at once.
 */
public interface TicketFollower {

    /** These tickets are new or have grown; each stands as it is now. */
    void changed(Handle handle, List<Ticket> tickets);
}
