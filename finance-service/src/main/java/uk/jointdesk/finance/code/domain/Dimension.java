package uk.jointdesk.finance.code.domain;

/** What a code of a council's own ledger tells of a line. */
public enum Dimension {
    COST_CENTRE("costCentre"),
    SUBJECTIVE("subjective"),
    PROJECT("project");

    private final String field;

    Dimension(String field) {
        this.field = field;
    }

    /** The field of a journal's line that names it. */
    public String field() {
        return field;
    }
}
