package uk.jointdesk.finance.intake.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;

/**
 * An extract that was sent, and how far it has been taken in.
 *
 * @param date of payments where the extract has no column for it, or null
 * @param bytes of the body as it was sent
 * @param failureCode why it could not be read to its end, null unless FAILED
 */
public record ImportJob(
        UUID id,
        String profile,
        int profileVersion,
        String source,
        LocalDate date,
        String client,
        String status,
        long bytes,
        Instant receivedAt,
        Instant finishedAt,
        Counts counts,
        Sums sums,
        String failureCode,
        String failureDetail) {

    /**
     * Of the rows read, each was accepted, known already, or rejected.
     *
     * @param suspense those of the accepted that wait for a code to become known
     */
    public record Counts(long rowsRead, long accepted, long suspense, long duplicates, long rejected) {}

    /**
     * Net amounts of the same rows, so that a body can be checked against its own total.
     *
     * @param rejected as far as an amount could be read
     * @param stated what the body itself gives as its total, or null
     */
    public record Sums(Money accepted, Money suspense, Money duplicates, Money rejected, Money stated) {

        public Money read() {
            return accepted.plus(duplicates).plus(rejected);
        }

        /** What the body's own total has and its rows have not; null when it states none. */
        public Money missing() {
            return stated == null ? null : stated.minus(read());
        }
    }
}
