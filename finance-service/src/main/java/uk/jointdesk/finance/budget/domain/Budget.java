package uk.jointdesk.finance.budget.domain;

import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * What was agreed to be spent in a year.
 *
 * @param total of its lines
 * @param assumption whether no published source gives the amount
 */
public record Budget(FinancialYear year, String title, Money total, String source, boolean assumption) {}
