package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;

/**
 * A bill before it has a number.
 *
 * @param due above zero for an invoice, below for a credit note; never zero
 * @param part which of the run's instalments
 */
public record BillDraft(Due due, int part, int parts, LocalDate dueOn) {

    public BillDraft {
        if (due.total().isZero()) {
            throw new IllegalArgumentException("a bill of nothing for " + due.partner());
        }
    }

    public String partner() {
        return due.partner();
    }
}
