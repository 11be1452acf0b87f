package uk.jointdesk.finance.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.intake.domain.ImportJob;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;

/** An import and how far it is. Of the rows read, each is accepted, a duplicate, or rejected. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PostingImport")
public record ImportView(
        UUID id,
        String profile,
        int profileVersion,
        String source,
        LocalDate date,
        String client,

        @Schema(description = "RUNNING, COMPLETED or FAILED")
        String status,

        @Schema(description = "Size of the body as it was sent")
        long bytes,

        Instant receivedAt,
        Instant finishedAt,
        long rowsRead,
        long accepted,

        @Schema(description = "Those of the accepted that wait in suspense for their code to become known")
        long suspense,

        @Schema(description = "Rows that were posted before")
        long duplicates,

        @Schema(description = "Rows that did not go in; see `errors`")
        long rejected,

        Sums sums,

        @Schema(description = "Why the body could not be read to its end, of FAILED")
        Failure failure) {

    /**
     * Net amounts.
     *
     * @param stated what the body gives as its own total, absent if it gives none
     * @param missing stated less the rows: what of the sender's total is in none of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PostingImportSums")
    public record Sums(
            MoneyView accepted,
            MoneyView suspense,
            MoneyView duplicates,
            MoneyView rejected,
            MoneyView stated,
            MoneyView missing) {}

    /** What broke an import. */
    @Schema(name = "PostingImportFailure")
    public record Failure(String code, String detail) {}

    static ImportView of(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        return new ImportView(
                job.id(),
                job.profile(),
                job.profileVersion(),
                job.source(),
                job.date(),
                job.client(),
                job.status(),
                job.bytes(),
                job.receivedAt(),
                job.finishedAt(),
                counts.rowsRead(),
                counts.accepted(),
                counts.suspense(),
                counts.duplicates(),
                counts.rejected(),
                sums(job.sums()),
                job.failureCode() == null ? null : new Failure(job.failureCode(), job.failureDetail()));
    }

    private static Sums sums(ImportJob.Sums sums) {
        return new Sums(
                view(sums.accepted()),
                view(sums.suspense()),
                view(sums.duplicates()),
                view(sums.rejected()),
                view(sums.stated()),
                view(sums.missing()));
    }

    private static MoneyView view(Money amount) {
        return amount == null ? null : MoneyView.of(amount);
    }
}
