package uk.jointdesk.incident.ticket.store;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.ticket.domain.Ticket;

/** All who follow tickets. */
@ApplicationScoped
public class TicketFollowers {

    private final List<TicketFollower> followers;

    public TicketFollowers(@All List<TicketFollower> followers) {
        this.followers = followers;
    }

    void changed(Handle handle, List<Ticket> tickets) {
        if (!tickets.isEmpty()) {
            followers.forEach(follower -> follower.changed(handle, tickets));
        }
    }
}
