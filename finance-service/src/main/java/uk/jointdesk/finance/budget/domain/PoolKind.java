package uk.jointdesk.finance.budget.domain;

/** What sort of cost a pool holds; Covid-19 spend is never mixed with the base budget. */
public enum PoolKind {
    BASE,
    COVID,
    PROJECT,
    CAPITAL,
    NON_SHARED
}
