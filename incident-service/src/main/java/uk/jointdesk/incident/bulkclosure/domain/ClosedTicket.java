package uk.jointdesk.incident.bulkclosure.domain;

import java.util.List;

/**
 * A ticket of a bulk closure and what became of it.
 *
 * @param cause why it was skipped or left, or null
 * @param events what closed it: RESOLVED and CLOSED, or CLOSED alone
 */
public record ClosedTicket(
        String reference,
        String partner,
        String priority,
        String age,
        String statusBefore,
        State state,
        String cause,
        List<String> events) {

    /** What became of it. */
    public enum State {
        PENDING,
        CLOSED,
        /** Was not closed; the cause says why. */
        SKIPPED,
        UNDONE,
        /** Was closed and stays so although the closure was undone; the cause says why. */
        LEFT
    }
}
