package uk.jointdesk.finance.intake.domain;

import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;

/**
 * Where a payment is posted.
 *
 * @param account EXPENDITURE or INCOME
 * @param partner charged directly, or null for a shared cost
 */
public record Target(Account account, String budgetLine, String partner, Coding coding) {}
