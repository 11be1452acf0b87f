package uk.jointdesk.finance.posting.domain;

import uk.jointdesk.finance.money.domain.Money;

/**
 * One line of a journal.
 *
 * @param budgetLine code of the year's line; given exactly where the account is a cost
 * @param partner charged directly, owing or owed, or null for a shared cost
 * @param amount a debit above zero, a credit below
 * @param coding cost centre, subjective code and project; never null
 */
public record Entry(Account account, String budgetLine, String partner, Money amount, Coding coding) {

    public Entry(Account account, String budgetLine, String partner, Money amount) {
        this(account, budgetLine, partner, amount, Coding.NONE);
    }

    Entry reversed() {
        return new Entry(account, budgetLine, partner, amount.negated(), coding);
    }
}
