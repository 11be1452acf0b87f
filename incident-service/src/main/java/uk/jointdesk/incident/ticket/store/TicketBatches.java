package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.EventRows.Provenance;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/**
 * Many tickets at once, for work that has no caller. It runs in the transaction and in the scope of the handle: tickets
 * outside that scope are not there.
 */
@ApplicationScoped
public class TicketBatches {

    private final EventRows events;
    private final RulesInForce rules;
    private final TicketFollowers followers;

    public TicketBatches(EventRows events, RulesInForce rules, TicketFollowers followers) {
        this.events = events;
        this.rules = rules;
        this.followers = followers;
    }

    /**
     * Locks these tickets, appends the facts that are decided for each, and folds them again.
     *
     * @return the tickets that have grown, as they stand now
     */
    public List<Ticket> change(
            Handle handle, Collection<String> references, Provenance provenance, Function<Seen, List<Fact>> decision) {
        List<Ticket> locked = TicketRows.find(handle, references, true);
        Map<String, List<Recorded>> written = events.of(handle, references);
        RuleBook ruleBook = rules.read(handle);
        List<Ticket> grown = new ArrayList<>();
        List<EventRows.New> news = new ArrayList<>();
        for (Ticket ticket : locked) {
            List<Recorded> known = written.getOrDefault(ticket.identity().reference(), List.of());
            List<Fact> facts = decision.apply(new Seen(ticket, History.ofRecorded(known), known, null));
            if (!facts.isEmpty()) {
                History history = History.grown(
                        known, facts.stream().map(History.Named::of).toList());
                grown.add(folded(ticket, history, ruleBook, provenance));
                facts.forEach(fact -> news.add(row(ticket, fact, history)));
            }
        }
        write(handle, grown, news, provenance);
        return grown;
    }

    /** The tickets among these that the scope may see, in the order of their references. */
    public List<Ticket> read(Handle handle, Collection<String> references) {
        return TicketRows.find(handle, references, false);
    }

    private static Ticket folded(Ticket before, History history, RuleBook rules, Provenance provenance) {
        return Ticket.of(
                before.identity(), history, before.partner(), rules, provenance.recordedAt(), before.version() + 1);
    }

    private static EventRows.New row(Ticket ticket, Fact fact, History history) {
        return new EventRows.New(ticket.identity().reference(), fact, fact.digest(), history.holderBefore(fact.at()));
    }

    private void write(Handle handle, List<Ticket> grown, List<EventRows.New> news, Provenance provenance) {
        if (!grown.isEmpty()) {
            events.append(handle, news, provenance);
            TicketRows.update(handle, grown, provenance.importId());
            followers.changed(handle, grown);
        }
    }
}
