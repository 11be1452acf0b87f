package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.EscalationThreshold;

/**
 * When a threshold of the agreement is reached.
 *
 * @param at the earliest such instant, past or ahead; empty if the clock stands still before it (paused, or over)
 */
public record EscalationPoint(EscalationThreshold threshold, Optional<Instant> at) {}
