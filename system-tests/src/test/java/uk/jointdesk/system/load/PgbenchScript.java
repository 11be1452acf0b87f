package uk.jointdesk.system.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one opened ticket as a script that pgbench can repeat: every parameter in its place, the number of
 * the ticket drawn from its counter as the service draws it, and random ids where the service draws random ids.
 */
final class PgbenchScript {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern UNNEST =
            Pattern.compile("unnest\\(([^)]*)\\)\\s+as\\s+\\w+\\(([^)]*)\\)", Pattern.DOTALL);
    private static final Pattern ANY = Pattern.compile("(?:ticket|reference|root) = any ?\\(\\$(\\d+)\\)");
    private static final Pattern TABLE = Pattern.compile("^\\s*(?:insert into|update)\\s+(\\w+)");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final String reference;
    private final Pattern renewed;
    private final Map<String, String> columnTypes;

    /** @param reference of the ticket whose opening was written down */
    PgbenchScript(String reference, Map<String, String> columnTypes) {
        this.reference = reference;
        this.renewed = Pattern.compile(Pattern.quote(reference) + "|" + UUID);
        this.columnTypes = columnTypes;
    }

    String of(List<List<Spoken>> transactions) {
        StringBuilder script = new StringBuilder();
        transactions.forEach(transaction ->
                transaction.forEach(spoken -> script.append(line(spoken)).append('\n')));
        return script.toString();
    }

    private String line(Spoken spoken) {
        Map<Integer, String> casts = arrays(spoken.sql());
        String sql = PLACE.matcher(spoken.sql()).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            String value = value(spoken.parameters().get(number - 1));
            return Matcher.quoteReplacement(
                    casts.containsKey(number) ? value + "::" + casts.get(number) + "[]" : value);
        });
        boolean counts = sql.contains("draw_references");
        return counts ? sql + " as number \\gset" : sql + ";";
    }

    /** The types of unnested parameters, which the log does not tell: those of the columns that they become. */
    private Map<Integer, String> arrays(String sql) {
        Map<Integer, String> casts = new HashMap<>();
        Matcher table = TABLE.matcher(sql);
        String into = table.find() ? table.group(1) : "";
        ANY.matcher(sql).results().forEach(any -> casts.put(Integer.parseInt(any.group(1)), "text"));
        Matcher unnest = UNNEST.matcher(sql);
        while (unnest.find()) {
            String[] places = unnest.group(1).split(",");
            String[] columns = unnest.group(2).split(",");
            for (int i = 0; i < places.length; i++) {
                String type = columnTypes.getOrDefault(into + "." + columns[i].strip(), "text");
                casts.put(Integer.parseInt(places[i].strip().substring(1)), type);
            }
        }
        return casts;
    }

    private String value(String text) {
        if (text == null) {
            return "null";
        }
        if (text.isEmpty()) {
            return "''";
        }
        Matcher fresh = renewed.matcher(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (fresh.find()) {
            addLiteral(parts, text.substring(from, fresh.start()));
            parts.add(fresh.group().equals(reference) ? nextReference() : "gen_random_uuid()");
            from = fresh.end();
        }
        addLiteral(parts, text.substring(from));
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(" || ", parts) + ")";
    }

    /** Nothing joined to an id would make a text of it, which no column of ids takes. */
    private static void addLiteral(List<String> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(literal(text));
        }
    }

    private String nextReference() {
        String prefix = reference.substring(0, reference.lastIndexOf('-') + 1);
        return "'" + prefix + "' || lpad(:number::text, 7, '0')";
    }

    /** A colon would be read by pgbench as the beginning of a variable's name. */
    private static String literal(String text) {
        String quoted = text.replace("'", "''");
        return text.contains(":")
                ? "U&'" + quoted.replace("\\", "\\\\").replace(":", "\\003A") + "'"
                : "'" + quoted + "'";
    }
}
