package uk.jointdesk.kpi.p1.web;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.p1.domain.SeriousTicket;

/** A P1 and how long it took; minutes are cut off, exact milliseconds have decided. */
public record P1Item(
        String reference,
        String partner,
        String type,
        String queue,

        @Schema(description = "Whose queue it is: STS or a partner")
        String organisation,

        String category,
        Instant loggedAt,
        Instant resolvedAt,
        int reopenCount,

        @Schema(description = "MET, BREACHED or NO_TARGET") String outcome,

        @Schema(description = "Left out without a target") Long targetMinutes,

        @Schema(description = "Service minutes used; left out without a target")
        Long serviceMinutes,

        @Schema(description = "Minutes from logging to the last resolution")
        long elapsedMinutes) {

    private static final long MILLIS_PER_MINUTE = 60_000L;

    static P1Item of(SeriousTicket ticket) {
        boolean measured = ticket.targetMinutes() != null;
        return new P1Item(
                ticket.reference(),
                ticket.partner() == null ? Cell.UNATTRIBUTED : ticket.partner(),
                ticket.type(),
                ticket.queue(),
                ticket.organisation(),
                ticket.category(),
                ticket.loggedAt(),
                ticket.resolvedAt(),
                ticket.reopenCount(),
                ticket.outcome(),
                ticket.targetMinutes(),
                measured ? ticket.consumedMillis() / MILLIS_PER_MINUTE : null,
                Duration.between(ticket.loggedAt(), ticket.resolvedAt()).toMinutes());
    }
}
