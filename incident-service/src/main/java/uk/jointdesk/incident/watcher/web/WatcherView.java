package uk.jointdesk.incident.watcher.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.watcher.domain.Watcher;

/** Somebody who hears of a ticket. */
public record WatcherView(
        String watcher,

        @Schema(description = "The partner it watches for; left out of the desk's own")
        String partner,

        Instant addedAt,
        String addedBy,

        @Schema(description = "The ETag to name when taking it away")
        long version) {

    static WatcherView of(Watcher watcher) {
        return new WatcherView(
                watcher.id(), watcher.partner(), watcher.addedAt(), watcher.addedBy(), watcher.version());
    }
}
