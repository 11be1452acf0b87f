package uk.jointdesk.incident.problem.domain;

import java.time.Instant;

/**
 * An incident that a problem caused.
 *
 * @param partner whose it was; null of a ticket that belongs to nobody
 * @param loggedAt when it was logged; null while that is unknown
 */
public record Occurrence(String ticket, String partner, Instant loggedAt) {}
