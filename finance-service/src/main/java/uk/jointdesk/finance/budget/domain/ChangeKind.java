package uk.jointdesk.finance.budget.domain;

/** Why an approved budget changes. */
public enum ChangeKind {
    /** Money moves between lines; nothing is added. */
    VIREMENT(0),
    /** The medium-term financial plan adds to the year. */
    ADDITION(1),
    /** The board adds to the year while it runs. */
    SUPPLEMENTARY(1),
    REDUCTION(-1),
    /** A placeholder gives way to lines with detail. */
    REPLACEMENT(0);

    private final int sign;

    ChangeKind(int sign) {
        this.sign = sign;
    }

    /** Of the sum of its lines. */
    public int sign() {
        return sign;
    }
}
