package uk.jointdesk.finance.posting.domain;

import uk.jointdesk.finance.budget.domain.PoolKind;
import uk.jointdesk.finance.year.domain.FinancialYear;

/**
 * Which journals are looked for; null is any. A journal is found when one of its lines fits all that is said of lines.
 *
 * @param period 1 to 13, of any year unless one is given
 * @param kind of the budget line
 */
public record JournalFilter(
        FinancialYear year,
        Integer period,
        Account account,
        String budgetLine,
        PoolKind kind,
        String partner,
        Coding coding) {}
