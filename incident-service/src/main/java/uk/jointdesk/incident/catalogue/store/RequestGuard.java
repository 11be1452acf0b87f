package uk.jointdesk.incident.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.incident.catalogue.domain.Request;
import uk.jointdesk.incident.ticket.store.MoveGuard;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** What waits for its approval is neither worked on nor finished by hand; it may be cancelled. */
@ApplicationScoped
public class RequestGuard implements MoveGuard {

    private static final Set<TicketStatus> HARMLESS = EnumSet.of(TicketStatus.ON_HOLD, TicketStatus.CANCELLED);

    private final ScopedDb db;

    public RequestGuard(ScopedDb db) {
        this.db = db;
    }

    @Override
    public Optional<Refusal> objection(String reference, TicketStatus to) {
        if (HARMLESS.contains(to)) {
            return Optional.empty();
        }
        // Read without a lock: a decision locks the request before the ticket, this comes the other way round.
        return db.read(handle -> RequestRows.request(handle, reference, false))
                .filter(Request::awaitsApproval)
                .map(pending -> Refusal.conflict("approval-pending", "The request waits for its approval."));
    }
}
