package uk.jointdesk.kpi.answer.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Reads query parameters; one that cannot be read is refused by name. */
public final class Asked {

    private static final int LONGEST = 200;

    private Asked() {}

    public static Refusal refused(String parameter, String expected) {
        return Refusal.malformed(
                "parameter-invalid",
                "The parameter " + parameter + " cannot be read.",
                FieldError.query(parameter, expected));
    }

    /** A word of an enum, in the contract's spelling. */
    public static <E extends Enum<E>> E word(Class<E> words, String parameter, String value) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(value))
                .findFirst()
                .orElseThrow(() -> refused(parameter, "one of " + List.of(words.getEnumConstants())));
    }

    public static boolean yes(String parameter, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(parameter, "true or false");
        };
    }

    /** A whole number between two bounds, both included. */
    public static int number(String parameter, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a number out of bounds is.
        }
        throw refused(parameter, "a whole number from " + least + " to " + most);
    }

    /** A page size; null where none is asked for. */
    public static Integer limit(String value) {
        if (value == null) {
            return null;
        }
        return Limit.of(value.matches("[0-9]{1,9}") ? Integer.valueOf(value) : Integer.valueOf(0));
    }

    /** Text as it is; null stays null. */
    public static String text(String parameter, String value) {
        return value == null
                ? null
                : checked(parameter, Set.of(value)).iterator().next();
    }

    /** The values of a parameter that may be repeated or hold a comma list; in the order given, each once. */
    public static Set<String> several(String parameter, List<String> values) {
        Set<String> several = new LinkedHashSet<>();
        values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(several::add);
        return checked(parameter, several);
    }

    /** The values of a parameter that may be repeated and whose values may hold commas. */
    public static Set<String> names(String parameter, List<String> values) {
        return checked(parameter, new LinkedHashSet<>(values));
    }

    /** As {@link #several}, each of them one of the words allowed. */
    public static Set<String> severalOf(String parameter, List<String> values, Set<String> allowed) {
        Set<String> several = several(parameter, values);
        if (!allowed.containsAll(several)) {
            throw refused(parameter, "any of " + String.join(", ", allowed));
        }
        return several;
    }

    static String camel(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> checked(String parameter, Set<String> values) {
        boolean unreadable = values.stream().anyMatch(value -> value.length() > LONGEST || value.indexOf('\0') >= 0);
        if (unreadable) {
            throw refused(parameter, "at most " + LONGEST + " characters of text");
        }
        return values;
    }
}
