package uk.jointdesk.incident.watcher.domain;

import java.time.Instant;

/**
 * Somebody who wants to hear of a ticket.
 *
 * @param id the watcher's opaque id
 * @param partner the partner that watches its own ticket; null for the desk
 */
public record Watcher(String id, String partner, Instant addedAt, String addedBy, long version) {}
