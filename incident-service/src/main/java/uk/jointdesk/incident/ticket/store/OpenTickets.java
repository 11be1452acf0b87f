package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/** Open tickets whose stored clocks are to be read again, because the rules have changed and the facts have not. */
@ApplicationScoped
public class OpenTickets {

    private static final String AFTER = "select reference from ticket t"
            + " where status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED') and reference > :after";
    /** Time that a former holder had a ticket keeps being measured by that partner's hours. */
    private static final String OF = " and (partner = any(:partners) or exists (select from ticket_event e"
            + " where e.ticket = t.reference and e.partner = any(:partners)))";

    private final EventRows events;
    private final RulesInForce rules;

    public OpenTickets(EventRows events, RulesInForce rules) {
        this.events = events;
        this.rules = rules;
    }

    /**
     * Locks the next open tickets in the order of their references.
     *
     * @param partners who holds or once held them; null for everybody
     */
    public List<String> after(Handle handle, String reference, List<String> partners, int most) {
        return handle.createQuery(
                        AFTER + (partners == null ? "" : OF) + " order by reference limit :most for update of t")
                .bind("after", reference)
                .bind("most", most)
                .bindArray("partners", String.class, partners == null ? new Object[0] : partners.toArray())
                .mapTo(String.class)
                .list();
    }

    /** Folds tickets that are locked once more; rows whose clocks read otherwise now are written, under the same version. */
    public List<Ticket> judgeAgain(Handle handle, List<String> references, Instant now) {
        RuleBook book = rules.read(handle);
        Map<String, List<Recorded>> written = events.of(handle, references);
        List<Ticket> tickets = new ArrayList<>();
        List<Ticket> otherwise = new ArrayList<>();
        for (Ticket before : TicketRows.find(handle, references, false)) {
            History history = History.ofRecorded(written.get(before.identity().reference()));
            Ticket after = Ticket.of(before.identity(), history, before.partner(), book, now, before.version());
            tickets.add(after);
            if (!after.readsLike(before)) {
                otherwise.add(after);
            }
        }
        TicketRows.update(handle, otherwise, null);
        return tickets;
    }
}
