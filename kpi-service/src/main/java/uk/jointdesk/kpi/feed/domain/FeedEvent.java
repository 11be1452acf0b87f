package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import uk.jointdesk.servicelevel.event.TicketEvent;

/**
 * An event as the change feed tells it.
 *
 * @param ticket reference of the ticket
 * @param source system the ticket came from, null if it was raised here
 * @param sourceReference its name in that system
 * @param recordedAt when incident-service recorded it
 * @param unattributed the sender says that the ticket belongs to nobody
 * @param senderId the sender's own id of the event, by which it may correct it; null if it gave none
 */
public record FeedEvent(
        String ticket,
        String source,
        String sourceReference,
        Instant recordedAt,
        boolean unattributed,
        String senderId,
        TicketEvent event) {}
