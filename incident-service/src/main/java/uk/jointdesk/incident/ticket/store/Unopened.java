package uk.jointdesk.incident.ticket.store;

import java.util.List;
import java.util.Set;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketLedger.Numbered;
import uk.jointdesk.incident.ticket.store.TicketLedger.Sender;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/** A ticket that a desk tells of for the first time, before it has a reference of ours. */
record Unopened(Ticket ticket, List<EventRows.New> news) {

    static Unopened of(Sender sender, String sourceReference, List<Numbered> rows, RuleBook rules) {
        List<Numbered> distinct = TicketLedger.distinct(rows, Set.of());
        History history =
                History.grown(List.of(), distinct.stream().map(Numbered::named).toList());
        Ticket ticket = Ticket.of(
                new Ticket.Identity(null, sender.source(), sourceReference),
                history,
                sender.partner(),
                rules,
                sender.provenance().recordedAt(),
                1);
        List<EventRows.New> news = distinct.stream()
                .map(row -> TicketLedger.newEvent(null, row, history))
                .toList();
        return new Unopened(ticket, news);
    }

    Unopened named(String reference) {
        Ticket.Identity named = new Ticket.Identity(
                reference, ticket.identity().source(), ticket.identity().sourceReference());
        List<EventRows.New> namedNews = news.stream()
                .map(event -> new EventRows.New(reference, event.fact(), event.digest(), event.heldBy()))
                .toList();
        return new Unopened(ticket.as(named), namedNews);
    }
}
