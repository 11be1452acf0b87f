package uk.jointdesk.incident.ticket.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketLedger.Numbered;
import uk.jointdesk.incident.ticket.store.TicketLedger.Sender;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/** What new facts make of a ticket that is there; nothing when all of them are known. */
record Growth(Optional<Ticket> ticket, List<EventRows.New> news) {

    static Growth of(Ticket now, List<Recorded> known, List<Numbered> told, Sender sender, RuleBook rules) {
        Set<String> ids = known.stream().map(Recorded::id).collect(Collectors.toSet());
        List<Numbered> fresh = TicketLedger.distinct(told, ids);
        if (fresh.isEmpty()) {
            return new Growth(Optional.empty(), List.of());
        }
        History history =
                History.grown(known, fresh.stream().map(Numbered::named).toList());
        Ticket grown = Ticket.of(
                now.identity(),
                history,
                now.partner(),
                rules,
                sender.provenance().recordedAt(),
                now.version() + 1);
        List<EventRows.New> news = fresh.stream()
                .map(row -> TicketLedger.newEvent(now.identity().reference(), row, history))
                .toList();
        return new Growth(Optional.of(grown), news);
    }
}
