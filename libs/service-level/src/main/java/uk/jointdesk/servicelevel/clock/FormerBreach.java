package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A breach of a target that no longer stands, because priority, partner or clock changed afterwards. It stays known.
 *
 * @param at the instant of the breach
 * @param target the service time that was allowed then
 * @param priority the priority then
 * @param partner the partner then
 * @param until when that target ceased to stand
 */
public record FormerBreach(Instant at, Duration target, String priority, String partner, Instant until) {}
