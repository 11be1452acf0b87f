package uk.jointdesk.kpi.feed.upstream;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;

/** A page of the change feed as incident-service writes it. */
public record FeedPage(List<Item> items, String next) {

    public record Item(
            String position,
            String ticket,
            String source,
            String sourceReference,
            EventKind event,
            Instant at,
            long sequence,
            boolean snapshot,
            Instant recordedAt,
            String type,
            String priority,
            String partner,
            boolean unattributed,
            String queue,
            String queueOrganisation,
            String category,
            String catalogueItem,
            String reason,
            String into,
            String supersedes,
            Integer rating,
            Integer recommend,
            String senderId,
            String bulkClosure,
            String id) {

        FeedEvent toEvent() {
            FeedEvent.Told told = new FeedEvent.Told(queueOrganisation, rating, recommend, bulkClosure);
            return new FeedEvent(
                    ticket, source, sourceReference, recordedAt, unattributed, senderId, told, ticketEvent());
        }

        private TicketEvent ticketEvent() {
            return new TicketEvent(
                    event,
                    at,
                    sequence,
                    snapshot,
                    type,
                    priority,
                    partner,
                    queue,
                    category,
                    catalogueItem,
                    reason,
                    into,
                    supersedes,
                    id);
        }
    }

    public List<FeedEvent> events() {
        return items.stream().map(Item::toEvent).toList();
    }
}
