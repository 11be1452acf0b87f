package uk.jointdesk.incident.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.catalogue.domain.Approval;
import uk.jointdesk.incident.catalogue.domain.Approval.Decision;
import uk.jointdesk.incident.catalogue.domain.Fulfilment;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Request;
import uk.jointdesk.incident.catalogue.domain.Task;
import uk.jointdesk.incident.catalogue.domain.Task.State;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** Requests from the asking to the last task; the ticket moves with them in the same transaction. */
@ApplicationScoped
public class Requests {

    private final ScopedDb db;
    private final Tickets tickets;
    private final RulesInForce rules;
    private final Caller caller;
    private final Clock clock;

    public Requests(ScopedDb db, Tickets tickets, RulesInForce rules, Caller caller, Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.rules = rules;
        this.caller = caller;
        this.clock = clock;
    }

    /** Opens the ticket, and its tasks unless an approval is to be waited for. */
    public Ticket ask(Item item, String partner, String requester, String form) {
        Instant now = clock.instant();
        return db.write(handle -> {
            Ticket ticket = tickets.open(partner, null, null, name -> facts(name, item, partner, requester, now));
            String reference = ticket.identity().reference();
            RequestRows.insert(handle, reference, item, form, caller.subject());
            if (item.approvalRole() == null) {
                release(handle, reference, partner, now);
            }
            return ticket;
        });
    }

    /**
     * While an approval is waited for the ticket is ON_HOLD for OTHER, which stops no clock: only what Oxford's review
     * names does (user, supplier, resource), and how long approvals take is for the parties to see, not to hide.
     */
    private static List<Fact> facts(Ticket.Identity name, Item item, String partner, String requester, Instant now) {
        Said said = new Said("SERVICE_REQUEST", "P4", partner, item.queue(), item.category(), item.code());
        Detail detail = new Detail(item.title(), null, requester, null, null);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.here(name, 0, EventKind.LOGGED, now, said, detail, null, null));
        if (item.approvalRole() != null) {
            facts.add(Fact.here(name, 1, EventKind.ON_HOLD, now, Said.NOTHING, Detail.NOTHING, "OTHER", null));
        }
        return facts;
    }

    /** What was asked for with this ticket; 404 when it is not the caller's or nothing was. */
    public Request read(String reference) {
        return db.read(handle -> RequestRows.request(handle, reference, false)).orElseThrow(Refusal::notFound);
    }

    public List<Task> tasks(String reference) {
        return db.read(handle -> RequestRows.tasks(handle, reference));
    }

    /** Lets the request go on, or ends it. */
    public Request decide(String reference, Decision decision, String reason) {
        Instant now = clock.instant();
        return db.write(handle -> {
            Request request = RequestRows.request(handle, reference, true).orElseThrow(Refusal::notFound);
            if (!request.awaitsApproval()) {
                throw Refusal.conflict("approval-not-pending", "There is no approval to be given, or it was given.");
            }
            if (!request.mayBeDecidedBy(caller.subject(), decision)) {
                throw Refusal.conflict("approval-own", "Who asked for it does not approve it.");
            }
            Approval decided = new Approval(request.approval().role(), decision, now, caller.client(), reason);
            RequestRows.decide(handle, reference, decided);
            EventKind event = decision == Decision.APPROVED ? EventKind.RESUMED : EventKind.CANCELLED;
            Ticket ticket = tickets.change(reference, null, seen -> {
                refuseOver(seen.ticket());
                return Optional.of(fact(seen, event, now));
            });
            if (decision == Decision.APPROVED) {
                release(handle, reference, ticket.partner(), now);
            }
            return request.decided(decided);
        });
    }

    /** Starts a task, says that it is done, or gives it to another queue. */
    public Task move(String reference, UUID id, long expected, State to, String queue) {
        Instant now = clock.instant();
        return db.write(handle -> {
            Request request = RequestRows.request(handle, reference, true).orElseThrow(Refusal::notFound);
            Task task = find(handle, reference, id);
            Version.check(expected, task.version());
            checkMove(request, task, to);
            State next = to == null ? task.state() : to;
            RequestRows.move(handle, task, next, queue == null ? task.queue() : queue, now);
            Ticket ticket = tickets.change(reference, null, seen -> {
                refuseOver(seen.ticket());
                return begun(handle, seen, next, now);
            });
            if (next == State.DONE) {
                release(handle, reference, ticket.partner(), now);
            }
            return find(handle, reference, id);
        });
    }

    private static void checkMove(Request request, Task task, State to) {
        if (request.awaitsApproval()) {
            throw Refusal.conflict("approval-pending", "The request waits for its approval.");
        }
        boolean allowed = to == null ? task.state() != State.DONE : Fulfilment.allows(task.state(), to);
        if (!allowed) {
            throw Refusal.conflict(
                    "task-move-not-allowed", "A task that is " + task.state() + " cannot be changed like this.");
        }
    }

    private static Task find(Handle handle, String reference, UUID id) {
        return RequestRows.tasks(handle, reference).stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The last task resolves the ticket; the first one touched starts it. */
    private static Optional<Fact> begun(Handle handle, Seen seen, State to, Instant now) {
        String reference = seen.ticket().identity().reference();
        if (Fulfilment.complete(RequestRows.tasks(handle, reference))) {
            return Optional.of(fact(seen, EventKind.RESOLVED, now));
        }
        boolean touched = to == State.STARTED || to == State.DONE;
        TicketStatus status = seen.ticket().status();
        return touched && Moves.between(status, TicketStatus.IN_PROGRESS).isPresent() && status != TicketStatus.ON_HOLD
                ? Optional.of(fact(seen, EventKind.STARTED, now))
                : Optional.empty();
    }

    private static void refuseOver(Ticket ticket) {
        if (ticket.status().isOver()) {
            throw Refusal.conflict("ticket-over", "The ticket is " + ticket.status() + ".");
        }
    }

    private void release(Handle handle, String reference, String partner, Instant now) {
        for (Task task : Fulfilment.released(RequestRows.tasks(handle, reference))) {
            Integer minutes = task.escalateAfterMinutes();
            Instant escalatesAt = minutes == null || partner == null
                    ? null
                    : rules.read(handle).calendarOf(partner).plus(now, Duration.ofMinutes(minutes));
            RequestRows.release(handle, task, now, escalatesAt);
        }
    }

    private static Fact fact(Seen seen, EventKind kind, Instant now) {
        Instant end = seen.history().end();
        return Fact.here(
                seen.ticket().identity(),
                seen.history().nextSequence(),
                kind,
                end.isAfter(now) ? end : now,
                Said.NOTHING,
                Detail.NOTHING,
                null,
                null);
    }
}
