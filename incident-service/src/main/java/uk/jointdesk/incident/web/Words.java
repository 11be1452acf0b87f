package uk.jointdesk.incident.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Query parameters that take one word of a closed list. */
public final class Words {

    private Words() {}

    /** The word asked for, or null when none is. */
    public static <E extends Enum<E>> E of(String parameter, String asked, Class<E> words) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> invalid(
                        parameter,
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    public static Boolean flag(String parameter, String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        if (!List.of("true", "false").contains(asked)) {
            throw invalid(parameter, "true, false");
        }
        return Boolean.valueOf(asked);
    }

    private static Refusal invalid(String parameter, String words) {
        return Refusal.malformed(
                "parameter-invalid",
                "A filter has a value it cannot have.",
                FieldError.query(parameter, "is one of " + words));
    }
}
