package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * Everything the figures need to know of one ticket: a pure function of its events and the rules.
 *
 * @param attributes as last known, with the partner of the last resolution where there is one
 * @param triagedAt when somebody was first assigned or started, null if nobody was
 */
public record TicketRecord(
        String ticket,
        String source,
        String sourceReference,
        String status,
        Attributes attributes,
        Instant loggedAt,
        Instant triagedAt,
        Instant closedAt,
        int reopenCount,
        Judgement judgement,
        List<OpenSpell> spells) {}
