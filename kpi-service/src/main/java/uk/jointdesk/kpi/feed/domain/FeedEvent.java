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
 * @param told what it tells beside what moves the clock
 */
public record FeedEvent(
        String ticket,
        String source,
        String sourceReference,
        Instant recordedAt,
        boolean unattributed,
        String senderId,
        Told told,
        TicketEvent event) {

    /**
     * What no clock listens to; null means not said.
     *
     * @param queueOrganisation whose queue the event names: STS for the shared service, or a partner
     * @param rating 1 to 5
     * @param recommend 0 to 10
     * @param bulkClosure the bulk closure that wrote the event
     */
    public record Told(String queueOrganisation, Integer rating, Integer recommend, String bulkClosure) {
        public static final Told NOTHING = new Told(null, null, null, null);
    }

    /** An event that tells nothing more. */
    public FeedEvent(
            String ticket,
            String source,
            String sourceReference,
            Instant recordedAt,
            boolean unattributed,
            String senderId,
            TicketEvent event) {
        this(ticket, source, sourceReference, recordedAt, unattributed, senderId, Told.NOTHING, event);
    }
}
