package uk.jointdesk.servicelevel.clock;

import java.util.Optional;

/**
 * What a clock shows to those who look at many: the outcome and, if the clock runs, where it is heading.
 *
 * @param running empty while the clock stands still: paused, over, or without a target
 */
public record ClockFace(Outcome outcome, Optional<RunningClock> running) {}
