package uk.jointdesk.finance.intake.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/**
 * Why PostgreSQL would not have a row: a reason that will hold when it is tried again, unlike a lost connection.
 *
 * @param code stable, for machines
 */
record RefusedByLedger(String code, String message) {
    private static final String PERIOD_CLOSED = "period-closed";
    /** Row security, a rule of a trigger, and a state that forbids it. */
    private static final Set<String> LASTING = Set.of("42501", "P0001", "55000");

    static Optional<RefusedByLedger> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && lasts(sql.getSQLState())) {
                return Optional.of(of(sql));
            }
        }
        return Optional.empty();
    }

    /** Data that breaks a type, a constraint, a rule or a policy will do so again. */
    private static boolean lasts(String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23") || LASTING.contains(state));
    }

    private static RefusedByLedger of(SQLException refused) {
        String constraint = refused instanceof PSQLException named && named.getServerErrorMessage() != null
                ? named.getServerErrorMessage().getConstraint()
                : null;
        if (constraint != null && constraint.startsWith("period")) {
            return new RefusedByLedger(PERIOD_CLOSED, "lies in a period that is closed");
        }
        return new RefusedByLedger("row-refused", "breaks a rule of the ledger");
    }

    boolean isPeriodClosed() {
        return code.equals(PERIOD_CLOSED);
    }
}
