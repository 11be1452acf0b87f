package uk.jointdesk.wire;

/**
 * How long a request's first line and its headers may be.
 *
 * @param line in bytes
 * @param headers in bytes, all of them together
 */
public record WireLimits(int line, int headers) {}
