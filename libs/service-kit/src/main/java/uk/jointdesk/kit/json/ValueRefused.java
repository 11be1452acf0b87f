package uk.jointdesk.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value that is well written and that nothing here can hold. It carries the place where it stands. */
public final class ValueRefused extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final String code;

    ValueRefused(JsonParser at, String code, String message, Class<?> type) {
        super(at, message, type);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
