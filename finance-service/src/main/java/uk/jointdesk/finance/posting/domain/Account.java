package uk.jointdesk.finance.posting.domain;

/** The accounts of the shared service's ledger. Only cost accounts belong to a budget line. */
public enum Account {
    EXPENDITURE(true, true),
    INCOME(true, true),
    /** What partners are billed for their shares; never part of the cost that is shared. */
    CONTRIBUTIONS(false, true),
    CREDITORS(false, true),
    DEBTORS(false, true),
    CASH(false, false),
    /** Tax paid to suppliers and to be had back; no cost of the service. */
    VAT(false, false),
    /** Costs of a period that no invoice has come for. */
    ACCRUALS(false, false),
    /** Where a payment waits whose code nobody knows yet. */
    SUSPENSE(false, false),
    /** What is carried from one year to the next. */
    RESERVES(false, true);

    private final boolean cost;
    private final boolean partnerNamed;

    Account(boolean cost, boolean partnerNamed) {
        this.cost = cost;
        this.partnerNamed = partnerNamed;
    }

    public boolean isCost() {
        return cost;
    }

    /** Whether its balance goes on into the next year; the rest is the result of a year and ends with it. */
    public boolean isCarriedForward() {
        return !cost && this != CONTRIBUTIONS;
    }

    /** Whether a line of it may name the partner it is charged to, owed by or owed to. */
    public boolean mayNamePartner() {
        return partnerNamed;
    }
}
