package uk.jointdesk.incident.ticket.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Something said about a ticket; never edited.
 *
 * @param author the client that wrote it
 * @param internal for the desk only
 * @param minutes how long somebody worked, or null
 * @param automatic written by a machine, such as the acknowledgement that a ticket was received
 * @param cameFrom the ticket it was written on when that was merged into this one, else null
 */
public record Note(
        UUID id,
        Instant at,
        String author,
        boolean internal,
        String text,
        Integer minutes,
        boolean automatic,
        String cameFrom) {

    /** A note by a person. */
    public Note(UUID id, Instant at, String author, boolean internal, String text) {
        this(id, at, author, internal, text, null, false, null);
    }
}
