package uk.jointdesk.finance.refusal.domain;

/**
 * A rule of finance says no to what a caller asked for.
 *
 * <p>The domain throws it; the web answers 422 with the code and the pointer. It is never thrown for a mistake of ours.
 */
public final class RuleBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String pointer;

    /**
     * @param code stable, kebab-case, for machines
     * @param pointer where in the caller's document, as a JSON pointer such as {@code /weights/LBB}
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
