package uk.jointdesk.gateway.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenAPI path such as {@code /api/v1/tickets/{reference}/notes}, able to recognise paths it describes. */
public final class PathTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}/]+)}");

    private final String text;
    private final Pattern pattern;
    private final List<String> variables = new ArrayList<>();

    public PathTemplate(String text) {
        this.text = text;
        this.pattern = compile();
    }

    private Pattern compile() {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int from = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(text.substring(from, variable.start()))).append("([^/]+?)");
            variables.add(variable.group(1));
            from = variable.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(text.substring(from))).append("/?").toString());
    }

    /** The variables' values if this template describes the path. */
    public Optional<Map<String, String>> read(String path) {
        Matcher match = pattern.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), match.group(i + 1));
        }
        return Optional.of(values);
    }

    /** Literal characters: of two templates that describe a path, the one that says more of it is meant. */
    public int literalLength() {
        return VARIABLE.matcher(text).replaceAll("").length();
    }

    public String text() {
        return text;
    }
}
