package uk.jointdesk.incident.ticket.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.priority.domain.Assessment;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Note;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Said;

/** Something that happened to a ticket, or was said about it. */
public record TimelineEntry(
        String id,
        @Schema(description = "EVENT, NOTE or LINK") String kind,

        @Schema(description = "When it happened, by its sender")
        Instant occurredAt,

        @Schema(description = "When we learned of it") Instant recordedAt,
        @Schema(description = "The client that told us") String by,
        @Schema(description = "What happened, of an EVENT") String event,
        Changes changes,

        @Schema(description = "Why a ticket waits, of ON_HOLD; else why a person did this")
        String reason,

        String into,
        String supersedes,
        Integer rating,
        Integer recommend,

        @Schema(description = "The bulk closure that wrote it, if one did")
        UUID bulkClosure,

        @Schema(description = "PUBLIC or INTERNAL, of a NOTE")
        String visibility,

        @Schema(description = "True when a machine wrote the NOTE")
        Boolean automatic,

        String text,

        @Schema(description = "How long somebody worked, of a NOTE that says so")
        Integer minutes,

        @Schema(description = "The ticket it was written on, of a NOTE that came by a merge; the other one, of a LINK")
        String ticket,

        @Schema(description = "What the other ticket is to this one, of a LINK")
        String link) {

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
            String catalogueItem,
            String service,
            String assignee,

            @Schema(description = "What the priority follows from, and why it is another one if it is")
            Assessment assessment) {

        private static final Changes NONE =
                new Changes(null, null, null, null, null, null, null, null, null, null, null, null);

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
                    said.catalogueItem(),
                    detail.handled().service(),
                    detail.handled().assignee(),
                    detail.handled().assessment());
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
                fact.reason() == null ? fact.detail().handled().why() : fact.reason(),
                fact.into(),
                fact.supersedes(),
                fact.detail().rating(),
                fact.detail().recommend(),
                recorded.bulkClosure(),
                null,
                null,
                null,
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
                null,
                note.internal() ? "INTERNAL" : "PUBLIC",
                note.automatic() ? true : null,
                note.text(),
                note.minutes(),
                note.cameFrom(),
                null);
    }

    /**
     * Two tickets came to have to do with each other, or ceased to.
     *
     * @param event LINKED or UNLINKED
     * @param link what the other ticket is to this one
     */
    public static TimelineEntry ofLink(String id, String event, Instant at, String by, String other, String link) {
        return new TimelineEntry(
                id, "LINK", at, at, by, event, null, null, null, null, null, null, null, null, null, null, null, other,
                link);
    }
}
