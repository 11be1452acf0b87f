package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.EventRows.Provenance;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.clock.SlaClock;
import uk.jointdesk.servicelevel.clock.Verdict;

/** Tickets one at a time, for people. Each change appends a fact and folds the ticket again in one transaction. */
@ApplicationScoped
public class Tickets {

    private final ScopedDb db;
    private final Caller caller;
    private final Clock clock;
    private final EventRows events;
    private final RulesInForce rules;
    private final TicketFollowers followers;

    public Tickets(
            ScopedDb db, Caller caller, Clock clock, EventRows events, RulesInForce rules, TicketFollowers followers) {
        this.db = db;
        this.caller = caller;
        this.clock = clock;
        this.events = events;
        this.rules = rules;
        this.followers = followers;
    }

    /**
     * A ticket and what the caller may know of it.
     *
     * @param heldUntil when the caller's partner handed it on; null while it is the caller's
     */
    public record Seen(Ticket ticket, History history, List<Recorded> recorded, Instant heldUntil) {

        /** Now, or the ticket's last instant when a desk's clock runs ahead of ours. */
        public Instant notBeforeItsEnd(Instant now) {
            return history.end().isAfter(now) ? history.end() : now;
        }
    }

    /** The ticket, or 404 when it is unknown or not the caller's. */
    public Seen see(String reference) {
        return db.read(handle -> see(handle, reference));
    }

    /** The ticket as somebody with this scope sees it, for who has no token. */
    public Seen seeAs(PartnerScope scope, String reference) {
        return db.as(scope).read(handle -> see(handle, reference));
    }

    /** Does several things for the caller in one transaction: all of them, or none. */
    public <T> T together(Supplier<T> work) {
        return db.write(handle -> work.get());
    }

    /** What the clock says of it. A ticket handed on is judged up to that moment. */
    public Verdict judge(String reference, Metric metric, Instant asOf) {
        return db.read(handle -> {
            Seen seen = see(handle, reference);
            Instant limit = seen.heldUntil() == null || asOf.isBefore(seen.heldUntil()) ? asOf : seen.heldUntil();
            return SlaClock.read(metric, seen.history().life().asAt(limit), rules.read(handle), limit);
        });
    }

    /** Opens a ticket; 409 when the desk's reference has one. */
    public Ticket open(
            String partner, String source, String sourceReference, Function<Ticket.Identity, List<Fact>> facts) {
        return db.write(handle -> {
            Ticket.Identity identity = new Ticket.Identity(References.next(handle, partner), source, sourceReference);
            List<Fact> told = facts.apply(identity);
            Instant now = clock.instant();
            History history = History.of(told);
            Ticket ticket = Ticket.of(identity, history, partner, rules.read(handle), now, 1);
            if (TicketRows.insert(handle, List.of(ticket), null).isEmpty()) {
                throw Refusal.conflict("ticket-exists", "There is a ticket with this source and reference.");
            }
            append(handle, caller.client(), identity, told, history, now);
            followers.changed(handle, List.of(ticket));
            return ticket;
        });
    }

    /**
     * Appends what the decision makes of the ticket; nothing when it decides nothing.
     *
     * @param expectedVersion the version the caller read, or null when it need not have read one
     */
    public Ticket change(String reference, Long expectedVersion, Function<Seen, Optional<Fact>> decision) {
        return tell(reference, expectedVersion, seen -> decision.apply(seen).stream()
                .toList());
    }

    /** Appends all that the decision makes of the ticket, as one change of one version. */
    public Ticket tell(String reference, Long expectedVersion, Function<Seen, List<Fact>> decision) {
        Teller teller = new Teller(caller.client(), caller.scope());
        return db.write(handle -> tell(handle, teller, reference, expectedVersion, decision));
    }

    /**
     * Appends what the decision makes of the ticket, told by somebody who has no token.
     *
     * @param name what the fact names as who told it
     */
    public Ticket changeAs(PartnerScope scope, String name, String reference, Function<Seen, Optional<Fact>> decision) {
        Teller teller = new Teller(name, scope);
        return db.as(scope)
                .write(handle -> tell(handle, teller, reference, null, seen -> decision.apply(seen).stream()
                        .toList()));
    }

    /** Who tells facts, and for which partners. */
    private record Teller(String name, PartnerScope scope) {}

    private Ticket tell(
            Handle handle, Teller teller, String reference, Long expectedVersion, Function<Seen, List<Fact>> decision) {
        Ticket now = TicketRows.find(handle, reference, true).orElseThrow(Refusal::notFound);
        if (expectedVersion != null) {
            Version.check(expectedVersion, now.version());
        }
        List<Recorded> written = written(handle, reference);
        Seen seen = new Seen(now, History.ofRecorded(written), written, null);
        List<Fact> facts = decision.apply(seen);
        return facts.isEmpty() ? now : grow(handle, teller, seen, facts);
    }

    private Ticket grow(Handle handle, Teller teller, Seen seen, List<Fact> facts) {
        Instant now = clock.instant();
        Ticket before = seen.ticket();
        History history = History.grown(
                seen.recorded(), facts.stream().map(History.Named::of).toList());
        Ticket after =
                Ticket.of(before.identity(), history, before.partner(), rules.read(handle), now, before.version() + 1);
        checkStaysInScope(teller, after);
        append(handle, teller.name(), before.identity(), facts, history, now);
        TicketRows.update(handle, List.of(after), null);
        followers.changed(handle, List.of(after));
        return after;
    }

    /** A correction can give a ticket back to a partner that its teller may not write for. */
    private static void checkStaysInScope(Teller teller, Ticket after) {
        if (!teller.scope().covers(after.partner())) {
            throw Refusal.forbidden("partner-not-yours", "This caller may not write for that partner.");
        }
    }

    private void append(
            Handle handle, String teller, Ticket.Identity identity, List<Fact> facts, History history, Instant now) {
        List<EventRows.New> news = facts.stream()
                .map(fact ->
                        new EventRows.New(identity.reference(), fact, fact.digest(), history.holderBefore(fact.at())))
                .toList();
        events.append(handle, news, new Provenance(teller, now, null));
    }

    private Seen see(Handle handle, String reference) {
        Optional<Ticket> mine = TicketRows.find(handle, reference, false);
        List<Recorded> written = written(handle, reference);
        if (mine.isPresent()) {
            return new Seen(mine.get(), History.ofRecorded(written), written, null);
        }
        return Formerly.of(reference, written, caller.scope())
                .map(former -> former.seen(rules.read(handle)))
                .orElseThrow(Refusal::notFound);
    }

    private List<Recorded> written(Handle handle, String reference) {
        return events.of(handle, List.of(reference)).getOrDefault(reference, List.of());
    }
}
