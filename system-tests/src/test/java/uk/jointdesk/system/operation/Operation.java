package uk.jointdesk.system.operation;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation as contracts and tables of roles name it.
 *
 * @param method in upper case
 * @param path with its variables in braces
 */
public record Operation(String method, String path) implements Comparable<Operation> {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final Comparator<Operation> ORDER =
            Comparator.comparing(Operation::path).thenComparing(Operation::method);

    public Operation {
        method = method.toUpperCase(Locale.ROOT);
    }

    public boolean reads() {
        return method.equals("GET");
    }

    /** Whether the path names something, so that there is a question whose it is. */
    public boolean namesSomething() {
        return VARIABLE.matcher(path).find();
    }

    /** A path like this one, or the end of it, with a value for each variable. */
    public static String filled(String path, UnaryOperator<String> values) {
        return VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    /** The path for something that does not exist, so that a permitted call does no harm. */
    public String nowhere() {
        return filled(path, variable -> "LBL-9999999");
    }

    @Override
    public int compareTo(Operation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
