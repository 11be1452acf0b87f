package uk.jointdesk.finance.posting.domain;

/** The accounts of the shared service's ledger. Only cost accounts belong to a budget line. */
public enum Account {
    EXPENDITURE(true),
    INCOME(true),
    CREDITORS(false),
    DEBTORS(false),
    CASH(false);

    private final boolean cost;

    Account(boolean cost) {
        this.cost = cost;
    }

    public boolean isCost() {
        return cost;
    }
}
