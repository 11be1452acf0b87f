package uk.jointdesk.incident.majorincident.domain;

/**
 * Why it happened.
 *
 * @param kind null while nobody knows
 * @param text in words, or null
 */
public record Cause(CauseClass kind, String text) {}
