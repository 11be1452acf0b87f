package uk.jointdesk.kpi.p1.domain;

import java.time.Instant;

/**
 * A resolved P1 and how long it took.
 *
 * @param targetMinutes service minutes allowed; null without a target
 * @param consumedMillis service time used; null without a target
 */
public record SeriousTicket(
        String reference,
        String partner,
        String type,
        String queue,
        String organisation,
        String category,
        Instant loggedAt,
        Instant resolvedAt,
        int reopenCount,
        String outcome,
        Long targetMinutes,
        Long consumedMillis) {}
