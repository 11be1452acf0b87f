package uk.jointdesk.kpi.p1.domain;

/**
 * How many P1 were resolved, and how many of those that have a target in time.
 *
 * @param tickets all of them
 * @param met those resolved within their target
 * @param measured those that have a target
 */
public record Tally(long tickets, long met, long measured) {}
