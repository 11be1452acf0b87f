package uk.jointdesk.finance.posting.store;

import java.sql.BatchUpdateException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.util.PSQLException;
import uk.jointdesk.kit.problem.Refusal;

/** What PostgreSQL refuses on behalf of the ledger, in the words of the API. */
final class LedgerRefusals {
    private LedgerRefusals() {}

    /** The refusal, or the failure itself when it is none of ours. A look beforehand could be overtaken; this cannot. */
    static RuntimeException of(UnableToExecuteStatementException failed) {
        Throwable cause =
                failed.getCause() instanceof BatchUpdateException batch ? batch.getNextException() : failed.getCause();
        if (!(cause instanceof PSQLException refused) || refused.getServerErrorMessage() == null) {
            return failed;
        }
        String constraint = String.valueOf(refused.getServerErrorMessage().getConstraint());
        return switch (constraint) {
            case "period_open" ->
                Refusal.conflict("period-closed", "The period is closed: date the journal in an open one.");
            case "journal_reverses_key" -> Refusal.conflict("already-reversed", "The journal was reversed before.");
            case "journal_origin_once" ->
                Refusal.conflict("already-posted", "This was posted before from the same origin.");
            default -> failed;
        };
    }
}
