package uk.jointdesk.finance.bill.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Bills drawn up together. It is drafted, and then issued or discarded; its bills never change.
 *
 * @param upTo costs are counted up to this period (TRUE_UP)
 * @param refund of a REFUND, else null
 * @param exitStatement of an EXIT, else null
 * @param decision null while it is a draft
 */
public record BillingRun(
        UUID id,
        FinancialYear year,
        RunKind kind,
        int upTo,
        String note,
        InstalmentPlan plan,
        Refund refund,
        UUID exitStatement,
        Mark drafted,
        Decision decision) {

    /** Who did something, and when: the client and the subject behind it. */
    public record Mark(Instant at, String client, String subject) {}

    /** @param on the day that stands on the bills */
    public record Decision(Status status, LocalDate on, Mark mark) {}

    public enum Status {
        DRAFT,
        ISSUED,
        DISCARDED
    }

    public Status status() {
        return decision == null ? Status.DRAFT : decision.status();
    }

    /** The same person or service account, whatever client it came by. */
    public boolean isDraftedBy(Mark mark) {
        return drafted.subject().equals(mark.subject());
    }
}
