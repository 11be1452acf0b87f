package uk.jointdesk.incident.escalation.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An incident manager says that a ticket needs more than its clock does.
 *
 * @param partner who held the ticket then; null for nobody
 * @param by the client that said so
 */
public record ManualEscalation(UUID id, String ticket, String partner, Instant at, String by, String reason) {}
