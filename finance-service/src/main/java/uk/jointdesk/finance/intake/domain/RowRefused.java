package uk.jointdesk.finance.intake.domain;

/** Why one row of an import does not go in; the others do. Without a stack trace, since a bad file has millions. */
public final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String pointer;

    public RowRefused(String code, String message, String pointer) {
        super(message, null, false, false);
        this.code = code;
        this.pointer = pointer;
    }

    /** A stable name of the reason. */
    public String code() {
        return code;
    }

    /** The field, as {@code /net}; null when it is the whole row. */
    public String pointer() {
        return pointer;
    }
}
