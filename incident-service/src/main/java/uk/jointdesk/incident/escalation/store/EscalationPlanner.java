package uk.jointdesk.incident.escalation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.escalation.domain.Due;
import uk.jointdesk.incident.escalation.domain.EscalationPlan;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketFollower;

/**
 * Keeps the thresholds ahead in step with the tickets, in the transaction of each change. A ticket that is over when it
 * comes in, as most of an imported history, costs nothing.
 */
@ApplicationScoped
public class EscalationPlanner implements TicketFollower {

    private final Clock clock;
    private final EscalationPlan plan;

    public EscalationPlanner(
            Clock clock,
            @ConfigProperty(name = "jointdesk.escalation.news-for", defaultValue = "24H") Duration newsFor) {
        this.clock = clock;
        this.plan = new EscalationPlan(newsFor);
    }

    @Override
    public void changed(Handle handle, List<Ticket> tickets) {
        List<String> grown = references(
                tickets.stream().filter(ticket -> ticket.version() > 1).toList());
        plan(handle, tickets, grown);
    }

    /** The same for tickets that stand as before under other rules. */
    void judgedAgain(Handle handle, List<Ticket> tickets) {
        plan(handle, tickets, references(tickets));
    }

    private void plan(Handle handle, List<Ticket> tickets, List<String> known) {
        Instant now = clock.instant();
        List<Due> ahead = tickets.stream()
                .flatMap(ticket -> plan.of(ticket, now).stream())
                .toList();
        DueRows.drop(handle, known, ahead);
        DueRows.put(handle, ahead);
    }

    private static List<String> references(List<Ticket> tickets) {
        return tickets.stream().map(ticket -> ticket.identity().reference()).toList();
    }
}
