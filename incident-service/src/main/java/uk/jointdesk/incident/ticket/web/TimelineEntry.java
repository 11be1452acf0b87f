package uk.jointdesk.incident.ticket.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Note;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Said;

/** Something that happened to a ticket, or was said about it. */
public record TimelineEntry(
        String id,
        @Schema(description = "EVENT or NOTE") String kind,

        @Schema(description = "When it happened, by its sender")
        Instant occurredAt,

        @Schema(description = "When we learned of it") Instant recordedAt,
        @Schema(description = "The client that told us") String by,
        @Schema(description = "What happened, of an EVENT") String event,
        Changes changes,
        String reason,
        String into,
        String supersedes,
        Integer rating,
        Integer recommend,

        @Schema(description = "PUBLIC or INTERNAL, of a NOTE")
        String visibility,

        @Schema(description = "True when a machine wrote the NOTE")
        Boolean automatic,

        String text) {

    /** What the event said about the ticket. */
    public record Changes(
            String title,
            String description,
            String requester,
            String type,
            String priority,
            String partner,
            String queue,
            String category,
            String catalogueItem) {

        private static final Changes NONE = new Changes(null, null, null, null, null, null, null, null, null);

        static Changes of(Said said, Detail detail) {
            Changes changes = new Changes(
                    detail.title(),
                    detail.description(),
                    detail.requester(),
                    said.type(),
                    said.priority(),
                    said.partner(),
                    said.queue(),
                    said.category(),
                    said.catalogueItem());
            return changes.equals(NONE) ? null : changes;
        }
    }

    static TimelineEntry of(Recorded recorded) {
        Fact fact = recorded.fact();
        return new TimelineEntry(
                recorded.id(),
                "EVENT",
                fact.at(),
                recorded.recordedAt(),
                recorded.recordedBy(),
                fact.kind().name(),
                Changes.of(fact.said(), fact.detail()),
                fact.reason(),
                fact.into(),
                fact.supersedes(),
                fact.detail().rating(),
                fact.detail().recommend(),
                null,
                null,
                null);
    }

    static TimelineEntry of(Note note) {
        return new TimelineEntry(
                note.id().toString(),
                "NOTE",
                note.at(),
                note.at(),
                note.author(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                note.internal() ? "INTERNAL" : "PUBLIC",
                note.automatic() ? true : null,
                note.text());
    }
}
