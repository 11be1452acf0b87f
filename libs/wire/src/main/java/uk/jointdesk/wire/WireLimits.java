package uk.jointdesk.wire;

import java.time.Duration;

/**
 * How long a request's first line and its headers may be, in bytes and in time.
 *
 * @param line in bytes
 * @param headers in bytes, all of them together
 * @param head how long a connection may take to say its first byte, and a request from its first byte to its last header
 * @param linger how long the rest of a body may go on after its request was answered
 */
public record WireLimits(int line, int headers, Duration head, Duration linger) {}
