package uk.jointdesk.system.operation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.jointdesk.system.suite.Answer;

/** What differs between two answers to the same question because time has passed, and for no other reason. */
public final class Moments {

    /** Field to reason. Nothing else may differ. */
    private static final Map<String, String> FIELDS = Map.of(
            "requestId", "names the request",
            "asOf", "the instant for which a clock was asked: now, unless told otherwise",
            "asAt", "how far the whole service's facts had been read, or the day of the question",
            "views", "how often its readers have read an article, this question among them");

    private static final Set<String> NAMES = new TreeSet<>(FIELDS.keySet());

    private Moments() {}

    /** The answer's body with those fields empty. */
    public static String without(Answer answer) {
        return answer.body().replaceAll("\"(" + String.join("|", NAMES) + ")\":(\"[^\"]*\"|\\d+)", "\"$1\":\"\"");
    }
}
