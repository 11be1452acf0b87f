package uk.jointdesk.finance.access;

import java.util.Arrays;
import java.util.Optional;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Words of a vocabulary as callers write them in a query. */
public final class Choice {
    private Choice() {}

    /** The word, null when none was written; 400 when there is no such word. */
    public static <E extends Enum<E>> E of(String parameter, String written, Class<E> words) {
        if (written == null) {
            return null;
        }
        return find(written, words)
                .orElseThrow(() -> Refusal.malformed(
                        "parameter-malformed",
                        "The parameter " + parameter + " has another value than those known.",
                        FieldError.query(parameter, "one of " + Arrays.toString(words.getEnumConstants()))));
    }

    public static <E extends Enum<E>> Optional<E> find(String written, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(written))
                .findFirst();
    }
}
