package uk.jointdesk.incident.bulkclosure.domain;

/** How many tickets of one partner, priority and age stand so. */
public record Count(String partner, String priority, String age, ClosedTicket.State state, long tickets) {}
