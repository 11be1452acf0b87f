package uk.jointdesk.servicelevel.life;

import java.time.Instant;
import uk.jointdesk.servicelevel.event.Attributes;

/**
 * A ticket was resolved.
 *
 * @param at when
 * @param attributes what was known of the ticket then; its partner is the one that this resolution counts for
 */
public record Resolution(Instant at, Attributes attributes) {}
