package uk.jointdesk.kpi.register.domain;

/** A rule of the register says no to what a caller asked for; answered 422 with code and pointer. */
public final class RuleBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String pointer;

    /**
     * @param code stable, kebab-case, for machines
     * @param pointer where in the caller's document, as a JSON pointer such as {@code /levels/0/tsl}
     * @param message for people
     */
    public RuleBroken(String code, String pointer, String message) {
        super(message);
        this.code = code;
        this.pointer = pointer;
    }

    public String code() {
        return code;
    }

    public String pointer() {
        return pointer;
    }
}
