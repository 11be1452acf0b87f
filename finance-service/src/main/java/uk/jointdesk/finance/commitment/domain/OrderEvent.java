package uk.jointdesk.finance.commitment.domain;

import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;

/**
 * Something that happened to an order.
 *
 * @param amount RAISED, CHANGED: the whole order from then on; RECEIVED, INVOICED: this delivery or invoice
 * @param journal of an invoice: where it was posted, or null
 */
public record OrderEvent(Kind kind, LocalDate on, Money amount, UUID journal, String note) {

    /** What can happen to an order. */
    public enum Kind {
        RAISED,
        CHANGED,
        RECEIVED,
        INVOICED,
        CANCELLED
    }
}
