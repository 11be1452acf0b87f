package uk.jointdesk.kpi.register.web;

/** What texts of the register are made of. */
public final class Wording {

    /** Anything but the one character that PostgreSQL keeps in no text. */
    public static final String PLAIN = "[^\\x00]*";

    /** A level as a contract writes it. */
    public static final String DECIMAL = "\\d{1,7}(\\.\\d{1,4})?";

    public static final int TITLE = 300;
    public static final int NOTE = 2_000;
    public static final int REFERENCE = 100;

    private Wording() {}
}
