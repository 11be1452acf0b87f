package uk.jointdesk.kpi.drill.domain;

import java.time.Instant;

/**
 * A ticket behind a figure, as far as its asker may see it: of a ticket handed on since, only what happened before.
 *
 * @param number tells several entries of one ticket apart, 0 where a ticket can only be in once
 * @param at when it came to be in the set; null where the set is about its whole life
 */
public record DrilledTicket(
        String reference,
        int number,
        Instant at,
        String partner,
        String type,
        String priority,
        String queue,
        String organisation,
        String category,
        Instant loggedAt,
        Life life) {

    /** What became of the ticket; null parts are not (yet) so. */
    public record Life(
            String status,
            String outcome,
            Instant resolvedAt,
            Instant closedAt,
            int reopenCount,
            Long targetMinutes,
            Long consumedMinutes,
            String agreement,
            Integer agreementVersion,
            String calendar,
            String calendarVersion,
            String source,
            String sourceReference) {}
}
