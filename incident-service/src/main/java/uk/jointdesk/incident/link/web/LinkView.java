package uk.jointdesk.incident.link.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.link.domain.Link;
import uk.jointdesk.incident.link.domain.Relation;

/** A link as one of its two tickets says it. */
public record LinkView(
        UUID id,

        @Schema(description = "What this ticket is to the other one")
        Relation kind,

        @Schema(description = "The other ticket") String ticket,
        Instant addedAt,
        String addedBy,

        @Schema(description = "The ETag to name when taking the link away")
        long version) {

    static LinkView of(Link link, String reference) {
        return new LinkView(
                link.id(),
                link.relationOf(reference),
                link.otherThan(reference),
                link.addedAt(),
                link.addedBy(),
                link.version());
    }
}
