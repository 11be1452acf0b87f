package uk.jointdesk.incident.majorincident.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.majorincident.domain.Entry;

/** A line of a major incident's timeline. */
public record EntryView(
        UUID id,
        Instant at,

        @Schema(
                description = "DECLARED, STATUS_CHANGED, CHANGED, TICKET_LINKED, TICKET_UNLINKED, COMMUNICATION,"
                        + " ACTION_ADDED or ACTION_DONE")
        String kind,

        @Schema(description = "USERS, COUNCILS, LEADERSHIP or RESOLVERS, of a COMMUNICATION or an action")
        String audience,

        String channel,
        @Schema(description = "The client that wrote it") String by,
        String text) {

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.id(),
                entry.at(),
                entry.kind().name(),
                entry.audience() == null ? null : entry.audience().name(),
                entry.channel(),
                entry.by(),
                entry.text());
    }
}
