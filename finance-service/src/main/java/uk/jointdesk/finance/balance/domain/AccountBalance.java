package uk.jointdesk.finance.balance.domain;

import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;

/**
 * What was posted to one account of the ledger.
 *
 * @param budgetLine given exactly where the account is a cost
 * @param partner charged, owing or owed, or null for the service as a whole
 * @param debits and {@code credits}, both zero or above
 */
public record AccountBalance(Account account, String budgetLine, String partner, Money debits, Money credits) {

    /** A debit balance is above zero. */
    public Money balance() {
        return debits.minus(credits);
    }
}
