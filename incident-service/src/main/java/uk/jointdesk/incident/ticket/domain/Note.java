package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Something said about a ticket; never edited.
 *
 * @param author the client that wrote it
 * @param internal for the desk only
 * @param automatic written by a machine, such as the acknowledgement that a ticket was received
 */
public record Note(UUID id, Instant at, String author, boolean internal, String text, boolean automatic) {

    /** A note by a person. */
    public Note(UUID id, Instant at, String author, boolean internal, String text) {
        this(id, at, author, internal, text, false);
    }
}
