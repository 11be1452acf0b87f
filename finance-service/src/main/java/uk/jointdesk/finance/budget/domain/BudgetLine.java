package uk.jointdesk.finance.budget.domain;

/**
 * A cost pool as it stands in the budget of its year.
 *
 * @param version counts its edits
 */
public record BudgetLine(CostPool pool, LineTerms terms, long version) {}
