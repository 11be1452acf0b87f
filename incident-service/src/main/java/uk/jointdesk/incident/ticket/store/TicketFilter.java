package uk.jointdesk.incident.ticket.store;

import java.time.Instant;
import java.util.List;

/**
 * Which tickets a list shows; null sets no limit. Spans are half-open.
 *
 * @param partner a code, or UNATTRIBUTED for tickets of nobody
 * @param openBefore only open tickets logged before this instant
 * @param breached whether the target is used up and more
 * @param untriaged whether it is NEW without category or queue
 * @param queueOrganisation STS or a partner, whose queues the tickets are in
 * @param text part of the title, the description or a reference
 */
public record TicketFilter(
        String source,
        String sourceReference,
        String partner,
        List<String> statuses,
        List<String> priorities,
        String type,
        String queue,
        String category,
        Instant loggedFrom,
        Instant loggedTo,
        Instant resolvedFrom,
        Instant resolvedTo,
        Instant openBefore,
        Boolean breached,
        Boolean untriaged,
        String queueOrganisation,
        String service,
        String assignee,
        String text) {

    public static final String UNATTRIBUTED = "UNATTRIBUTED";
}
