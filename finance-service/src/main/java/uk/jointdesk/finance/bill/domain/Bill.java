package uk.jointdesk.finance.bill.domain;

import java.time.LocalDate;
import java.util.UUID;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * A bill that was issued. It never changes; a credit note takes it back.
 *
 * @param number of the partner and the year only: it tells nothing of anybody else
 * @param corrects the number of the bill it takes back, or null
 * @param reason why it was taken back, or null
 */
public record Bill(
        UUID id,
        String number,
        FinancialYear year,
        LocalDate issuedOn,
        UUID run,
        BillDraft draft,
        String corrects,
        String reason) {

    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    public static String number(String partner, FinancialYear year, int ordinal) {
        return String.format(java.util.Locale.ROOT, "%s-%s-%03d", partner, year.code(), ordinal);
    }

    public String partner() {
        return draft.partner();
    }

    /** Above zero for an invoice, below for a credit note. */
    public Money amount() {
        return draft.due().total();
    }

    public Kind kind() {
        return amount().signum() > 0 ? Kind.INVOICE : Kind.CREDIT_NOTE;
    }

    public LocalDate dueOn() {
        return draft.dueOn();
    }
}
