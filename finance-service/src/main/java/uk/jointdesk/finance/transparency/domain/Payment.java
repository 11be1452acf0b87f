package uk.jointdesk.finance.transparency.domain;

import java.time.LocalDate;
import uk.jointdesk.finance.money.domain.Money;

/**
 * One line of a payment, net of the tax that is had back.
 *
 * @param number of the transaction in the ledger it came from
 * @param text what the ledger says: the supplier, a colon and what for, or only one of them
 * @param service the title of the cost centre, or of the budget line where there is none
 * @param expense the title of the subjective code, or null
 * @param expenseCode what it is spent on, or null
 * @param costCentre the team or service that spends, or null
 * @param redaction null when everything may be published
 */
public record Payment(
        LocalDate paidOn,
        String number,
        Money amount,
        String text,
        String service,
        String expense,
        String expenseCode,
        String costCentre,
        Redaction redaction) {

    private static final String BETWEEN = ": ";
    private static final String NOT_STATED = "Not stated";

    public String beneficiary() {
        if (redaction != null) {
            return redaction.published();
        }
        int end = text.indexOf(BETWEEN);
        return end > 0 ? text.substring(0, end) : NOT_STATED;
    }

    public String purpose() {
        if (redaction != null) {
            return redaction.published();
        }
        int end = text.indexOf(BETWEEN);
        return end > 0 ? text.substring(end + BETWEEN.length()) : text;
    }
}
