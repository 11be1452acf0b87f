package uk.jointdesk.incident.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as services downstream read it. What the event did not say is left out. */
public record FeedItem(
        @Schema(description = "Where this event stands in the feed; opaque")
        String position,

        @Schema(description = "The ticket's reference") String ticket,

        @Schema(description = "The desk that keeps the ticket too")
        String source,

        String sourceReference,

        @Schema(description = "What happened", examples = "RESOLVED")
        String event,

        @Schema(description = "When it happened, by its sender")
        Instant at,

        @Schema(description = "The sender's order among events of one instant")
        long sequence,

        @Schema(description = "Whether the event shows the whole ticket")
        boolean snapshot,

        @Schema(description = "When we learned of it") Instant recordedAt,
        String type,
        String priority,
        String partner,

        @Schema(description = "True when the ticket belongs to no partner")
        Boolean unattributed,

        String queue,

        @Schema(description = "Whose queue that is, as the register stands: STS or a partner")
        String queueOrganisation,

        @Schema(description = "The code of the business service that is affected")
        String service,

        String category,
        String catalogueItem,

        @Schema(description = "Why the ticket waits, of ON_HOLD")
        String reason,

        @Schema(description = "What it was merged into, of MERGED")
        String into,

        @Schema(description = "The id of the event it corrects, of CORRECTED; the sender's own or ours")
        String supersedes,

        Integer rating,
        Integer recommend,

        @Schema(description = "The sender's own id of the event")
        String senderId,

        @Schema(description = "The id of the event") String id,

        @Schema(description = "The bulk closure that wrote it; figures it touches are to be flagged with it")
        String bulkClosure) {}
