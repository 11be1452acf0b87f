package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.EventRows.Provenance;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/**
 * Takes in a desk's facts by the thousand: finds or opens their tickets, drops what is known, appends what is new and
 * folds each touched ticket again from all its facts. One transaction; the tickets stay locked until it ends.
 */
@ApplicationScoped
public class TicketLedger {

    private final EventRows events;
    private final RulesInForce rules;
    private final TicketFollowers followers;

    public TicketLedger(EventRows events, RulesInForce rules, TicketFollowers followers) {
        this.events = events;
        this.rules = rules;
        this.followers = followers;
    }

    /**
     * A desk and the scope it writes in.
     *
     * @param partner whose tickets these are when no fact says so, or null
     */
    public record Sender(String source, String partner, PartnerScope scope, Provenance provenance) {}

    /** Takes in facts of one source, in any order, any of them known or twice among themselves. */
    public Tally take(Handle handle, Sender sender, List<Fact> facts) {
        Tally tally = new Tally(facts.size());
        Map<String, List<Numbered>> byReference = new LinkedHashMap<>();
        for (int row = 0; row < facts.size(); row++) {
            Fact fact = facts.get(row);
            byReference
                    .computeIfAbsent(fact.reference(), any -> new ArrayList<>())
                    .add(new Numbered(row, fact, fact.digest()));
        }
        RuleBook ruleBook = rules.read(handle);
        Set<String> opened = open(handle, sender, byReference, ruleBook, tally);
        Map<String, List<Numbered>> others = new LinkedHashMap<>(byReference);
        others.keySet().removeAll(opened);
        grow(handle, sender, others, ruleBook, tally);
        return tally;
    }

    /** Opens the tickets that are not there yet and tells their references at the desk. */
    private Set<String> open(
            Handle handle, Sender sender, Map<String, List<Numbered>> byReference, RuleBook rules, Tally tally) {
        Set<String> missing = new HashSet<>(byReference.keySet());
        missing.removeAll(TicketRows.known(handle, sender.source(), missing));
        Map<String, List<Unopened>> byPartner = unopened(sender, byReference, missing, rules, tally);
        List<Unopened> numbered = new ArrayList<>();
        byPartner.forEach((partner, tickets) -> numbered.addAll(number(handle, tickets)));
        List<Ticket> tickets = numbered.stream().map(Unopened::ticket).toList();
        Set<String> inserted =
                TicketRows.insert(handle, tickets, sender.provenance().importId());

        List<EventRows.New> news = new ArrayList<>();
        Set<String> done = new HashSet<>(missing);
        for (Unopened unopened : numbered) {
            if (inserted.contains(unopened.ticket().identity().reference())) {
                news.addAll(unopened.news());
                tally.opened(unopened.news().size());
            } else {
                // Another transaction opened it meanwhile; it is found again when the rest is looked at.
                done.remove(unopened.ticket().identity().sourceReference());
            }
        }
        append(handle, news, sender);
        followers.changed(
                handle,
                tickets.stream()
                        .filter(ticket -> inserted.contains(ticket.identity().reference()))
                        .toList());
        return done;
    }

    private Map<String, List<Unopened>> unopened(
            Sender sender,
            Map<String, List<Numbered>> byReference,
            Collection<String> missing,
            RuleBook rules,
            Tally tally) {
        Map<String, List<Unopened>> byPartner = new TreeMap<>();
        for (String reference : missing) {
            List<Numbered> rows = byReference.get(reference);
            Unopened unopened = Unopened.of(sender, reference, rows, rules);
            if (sender.scope().covers(unopened.ticket().partner())) {
                String key = String.valueOf(unopened.ticket().partner());
                byPartner.computeIfAbsent(key, any -> new ArrayList<>()).add(unopened);
            } else {
                rows.forEach(row -> tally.reject(row.row(), Tally.Reason.PARTNER_REQUIRED));
            }
        }
        return byPartner;
    }

    private static List<Unopened> number(Handle handle, List<Unopened> tickets) {
        String partner = tickets.get(0).ticket().partner();
        Iterator<String> references =
                References.next(handle, partner, tickets.size()).iterator();
        return tickets.stream().map(ticket -> ticket.named(references.next())).toList();
    }

    /** Adds what is new to the tickets that are there. */
    private void grow(
            Handle handle, Sender sender, Map<String, List<Numbered>> byReference, RuleBook rules, Tally tally) {
        if (byReference.isEmpty()) {
            return;
        }
        List<TicketRows.Locked> locked = TicketRows.lock(handle, sender.source(), byReference.keySet());
        Map<String, List<Recorded>> written = events.of(
                handle,
                locked.stream().map(row -> row.ticket().identity().reference()).toList());
        Map<String, List<Numbered>> unseen = new HashMap<>(byReference);
        List<Ticket> grown = new ArrayList<>();
        List<EventRows.New> news = new ArrayList<>();
        for (TicketRows.Locked row : locked) {
            Ticket.Identity identity = row.ticket().identity();
            List<Numbered> told = unseen.remove(identity.sourceReference());
            List<Recorded> known = written.getOrDefault(identity.reference(), List.of());
            Growth growth = Growth.of(row.ticket(), known, told, sender, rules);
            tally.grown(growth.news().size(), row, sender.provenance().importId());
            growth.ticket().ifPresent(grown::add);
            news.addAll(growth.news());
        }
        // What is there and cannot be locked is not the sender's to see.
        unseen.values().forEach(rows -> rows.forEach(row -> tally.reject(row.row(), Tally.Reason.TICKET_NOT_YOURS)));
        append(handle, news, sender);
        TicketRows.update(handle, grown, sender.provenance().importId());
        followers.changed(handle, grown);
    }

    private void append(Handle handle, List<EventRows.New> news, Sender sender) {
        if (!news.isEmpty()) {
            events.append(handle, news, sender.provenance());
        }
    }

    static List<Numbered> distinct(List<Numbered> rows, Set<String> knownIds) {
        Set<String> seen = new HashSet<>(knownIds);
        return rows.stream().filter(row -> seen.add(Fact.idOf(row.digest()))).toList();
    }

    static EventRows.New newEvent(String reference, Numbered row, History history) {
        return new EventRows.New(
                reference,
                row.fact(),
                row.digest(),
                history.holderBefore(row.fact().at()));
    }

    /** A fact and its place among those sent. */
    record Numbered(int row, Fact fact, byte[] digest) {

        History.Named named() {
            return new History.Named(Fact.idOf(digest), fact);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered that && row == that.row && Arrays.equals(digest, that.digest);
        }

        @Override
        public int hashCode() {
            return 31 * row + Arrays.hashCode(digest);
        }
    }
}
