package uk.jointdesk.system.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said to PostgreSQL, read back from its log ({@code log_statement = all}, usual line prefix).
 *
 * @param sql the statement with {@code $1}, {@code $2} … where its parameters go
 * @param parameters their values as text, null for NULL
 */
record Spoken(String sql, List<String> parameters) {

    private static final Pattern LINE = Pattern.compile("^\\S+ \\S+ \\S+ \\[(\\d+)] (\\w+):  (.*)$", Pattern.DOTALL);
    private static final Pattern SAID = Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile("^[Pp]arameters: (.*)$", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')");

    /** The transactions in a piece of log, each as its statements from BEGIN to COMMIT, in the order of their ends. */
    static List<List<Spoken>> transactions(String log) {
        Map<String, List<Spoken>> open = new LinkedHashMap<>();
        List<List<Spoken>> ended = new ArrayList<>();
        for (String entry : log.split("\n(?!\t)")) {
            Matcher line = LINE.matcher(entry);
            if (line.matches()) {
                take(line.group(1), line.group(2), line.group(3).replace("\n\t", "\n"), open, ended);
            }
        }
        return ended;
    }

    private static void take(
            String session, String kind, String text, Map<String, List<Spoken>> open, List<List<Spoken>> ended) {
        Matcher said = SAID.matcher(text);
        Matcher given = GIVEN.matcher(text);
        List<Spoken> transaction = open.get(session);
        if (kind.equals("LOG") && said.matches()) {
            say(session, said.group(1), open, ended);
        } else if (kind.equals("DETAIL") && given.matches() && transaction != null) {
            int last = transaction.size() - 1;
            transaction.set(last, new Spoken(transaction.get(last).sql, values(given.group(1))));
        }
    }

    private static void say(String session, String sql, Map<String, List<Spoken>> open, List<List<Spoken>> ended) {
        if (sql.equals("BEGIN")) {
            open.put(session, new ArrayList<>());
        }
        List<Spoken> transaction = open.get(session);
        if (transaction != null) {
            transaction.add(new Spoken(sql, List.of()));
            if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
                ended.add(open.remove(session));
            }
        }
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            values.add(value.group(1).equals("NULL") ? null : value.group(2).replace("''", "'"));
        }
        return values;
    }
}
