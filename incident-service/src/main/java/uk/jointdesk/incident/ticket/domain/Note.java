package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Something said about a ticket; never edited.
 *
 * @param author the client that wrote it
 * @param internal for the desk only
 */
public record Note(UUID id, Instant at, String author, boolean internal, String text) {}
