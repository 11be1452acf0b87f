package uk.jointdesk.incident.intake.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.intake.domain.ImportJob;

/** An import and how far it is. Of the rows read, each is accepted, a duplicate, or rejected. */
public record ImportView(
        UUID id,
        String source,
        String format,
        String client,

        @Schema(description = "RUNNING, COMPLETED or FAILED")
        String status,

        @Schema(description = "Size of the body as it was sent")
        long bytes,

        Instant receivedAt,
        Instant finishedAt,
        long rowsRead,
        long accepted,

        @Schema(description = "Rows that tell what was known")
        long duplicates,

        @Schema(description = "Rows that did not go in; see `errors`")
        long rejected,

        long ticketsCreated,
        long ticketsUpdated,

        @Schema(description = "Why the body could not be read to its end, of FAILED")
        Failure failure) {

    /** What broke an import. */
    public record Failure(String code, String detail) {}

    static ImportView of(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        return new ImportView(
                job.id(),
                job.source(),
                job.format(),
                job.client(),
                job.status(),
                job.bytes(),
                job.receivedAt(),
                job.finishedAt(),
                counts.rowsRead(),
                counts.accepted(),
                counts.duplicates(),
                counts.rejected(),
                counts.ticketsCreated(),
                counts.ticketsUpdated(),
                job.failureCode() == null ? null : new Failure(job.failureCode(), job.failureDetail()));
    }
}
