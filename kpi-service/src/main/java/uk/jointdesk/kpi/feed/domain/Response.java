package uk.jointdesk.kpi.feed.domain;

import uk.jointdesk.servicelevel.event.Attributes;

/**
 * How the response clock judged a ticket.
 *
 * @param attributes what was known of the ticket when it was answered; its partner is the one that was answered
 * @param judgement over when the service first answered, or when the ticket was withdrawn unanswered
 */
public record Response(Attributes attributes, String organisation, Judgement judgement) {}
