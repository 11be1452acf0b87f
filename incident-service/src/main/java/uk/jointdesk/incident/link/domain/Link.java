package uk.jointdesk.incident.link.domain;

import java.time.Instant;
import java.util.UUID;
import uk.jointdesk.incident.link.domain.LinkRules.Edge;

/**
 * Two tickets that have to do with each other.
 *
 * @param removedAt null while the link holds
 * @param version counts changes; the ETag
 */
public record Link(
        UUID id, Edge edge, Instant addedAt, String addedBy, Instant removedAt, String removedBy, long version) {

    /** What this ticket, at one end of the link, is to the other one. */
    public Relation relationOf(String ticket) {
        return Relation.of(edge.kind(), edge.ticket().equals(ticket));
    }

    /** The ticket at the other end. */
    public String otherThan(String ticket) {
        return edge.ticket().equals(ticket) ? edge.other() : edge.ticket();
    }
}
