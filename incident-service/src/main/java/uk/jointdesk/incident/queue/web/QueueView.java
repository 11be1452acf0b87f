package uk.jointdesk.incident.queue.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.queue.domain.Queue;

/** A queue. */
public record QueueView(
        String code,

        @Schema(description = "As desks write it on tickets", examples = "Service Desk")
        String name,

        @Schema(description = "STS for the shared service, or the partner whose own team it is")
        String organisation,

        LocalDate activeFrom,

        @Schema(description = "Last day; left out while no end is set")
        LocalDate activeTo,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    static QueueView of(Queue queue) {
        return new QueueView(
                queue.code(),
                queue.name(),
                queue.organisation(),
                queue.activeFrom(),
                queue.activeTo(),
                queue.version());
    }
}
