package uk.jointdesk.incident.feed.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.feed.FeedItem;

/** Events in order, and where to go on. */
public record FeedPage(
        List<FeedItem> items,

        @Schema(description = "The position after the last item; the one given when there is none")
        String next) {}
