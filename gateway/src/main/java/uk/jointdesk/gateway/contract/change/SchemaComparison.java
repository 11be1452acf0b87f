package uk.jointdesk.gateway.contract.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what is sent, which may only become freer, or what is answered, which may only become narrower. */
final class SchemaComparison {

    private static final List<String> UPPER_LIMITS =
            List.of("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum");
    private static final List<String> LOWER_LIMITS =
            List.of("minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum");

    private final Document before;
    private final Document after;
    private final Comparison.Findings findings;
    private final boolean sent;
    private final Set<String> open = new HashSet<>();

    /** @param sent whether callers send it, rather than read it */
    SchemaComparison(Document before, Document after, Comparison.Findings findings, boolean sent) {
        this.before = before;
        this.after = after;
        this.findings = findings;
        this.sent = sent;
    }

    void compare(String what, JsonNode formerly, JsonNode lately) {
        String pair = formerly.path("$ref").asText() + " " + lately.path("$ref").asText();
        boolean named = pair.length() > 1;
        if (named && !open.add(pair)) {
            return;
        }
        JsonNode then = before.follow(formerly);
        JsonNode now = after.follow(lately);
        if (!then.equals(now) || named) {
            compareTypes(what, then, now);
            compareWords(what, then.path("enum"), now.path("enum"));
            if (sent) {
                compareLimits(what, then, now);
            }
            compareProperties(what, then, now);
            compare(what, "items", "[]", then, now);
            compare(what, "additionalProperties", "{}", then, now);
        }
        if (named) {
            open.remove(pair);
        }
    }

    private void compare(String what, String keyword, String mark, JsonNode then, JsonNode now) {
        if (then.path(keyword).isObject() && now.path(keyword).isObject()) {
            compare(what + mark, then.path(keyword), now.path(keyword));
        }
    }

    private void compareTypes(String what, JsonNode then, JsonNode now) {
        Set<String> formerly = types(then);
        Set<String> lately = types(now);
        boolean kept = sent
                ? lately.isEmpty() || (!formerly.isEmpty() && lately.containsAll(formerly))
                : formerly.isEmpty() || (!lately.isEmpty() && formerly.containsAll(lately));
        if (!kept) {
            findings.breaking(rule("type-changed"), what + " is " + words(lately) + " now, it was " + words(formerly));
        }
    }

    private void compareWords(String what, JsonNode then, JsonNode now) {
        if (then.isMissingNode() && now.isMissingNode()) {
            return;
        }
        if (then.isMissingNode() || now.isMissingNode()) {
            boolean narrowed = then.isMissingNode();
            findings.report(
                    narrowed == sent,
                    rule(narrowed ? "became-enum" : "enum-removed"),
                    what + (narrowed ? " takes some words only now" : " takes any word now"));
            return;
        }
        then.forEach(word -> {
            if (!contains(now, word)) {
                findings.report(sent, rule("enum-value-removed"), what + " is never " + word.asText() + " any more");
            }
        });
        now.forEach(word -> {
            if (!contains(then, word)) {
                findings.compatible(rule("enum-value-added"), what + " may be " + word.asText() + " now");
            }
        });
    }

    private void compareLimits(String what, JsonNode then, JsonNode now) {
        for (String limit : UPPER_LIMITS) {
            if (now.has(limit)
                    && (!then.has(limit)
                            || now.path(limit).asLong() < then.path(limit).asLong())) {
                findings.breaking(
                        rule("max-decreased"),
                        what + ": " + limit + " is " + now.path(limit).asText());
            }
        }
        for (String limit : LOWER_LIMITS) {
            if (now.has(limit)
                    && (!then.has(limit)
                            || now.path(limit).asLong() > then.path(limit).asLong())) {
                findings.breaking(
                        rule("min-increased"),
                        what + ": " + limit + " is " + now.path(limit).asText());
            }
        }
        if (now.has("pattern") && !now.path("pattern").equals(then.path("pattern"))) {
            findings.breaking(
                    rule("pattern-changed"),
                    what + " fits " + now.path("pattern").asText() + " now");
        }
    }

    private void compareProperties(String what, JsonNode then, JsonNode now) {
        JsonNode formerly = then.path("properties");
        JsonNode lately = now.path("properties");
        formerly.properties().forEach(property -> {
            String name = property.getKey();
            if (!lately.has(name)) {
                findings.breaking(rule("removed"), what + "/" + name + " is gone");
                return;
            }
            if (requires(then, name) != requires(now, name)) {
                boolean stricter = requires(now, name);
                findings.report(
                        stricter == sent,
                        rule(stricter ? "became-required" : "became-optional"),
                        what + "/" + name + (stricter ? " is required now" : " may be missing now"));
            }
            compare(what + "/" + name, property.getValue(), lately.path(name));
        });
        lately.propertyStream()
                .filter(property -> !formerly.has(property.getKey()))
                .forEach(property -> {
                    boolean needed = sent && requires(now, property.getKey());
                    findings.report(
                            needed,
                            needed
                                    ? "new-required-request-property"
                                    : "new-optional-" + (sent ? "request" : "response") + "-property",
                            what + "/" + property.getKey() + " is new" + (needed ? " and required" : ""));
                });
    }

    private String rule(String what) {
        return (sent ? "request-property-" : "response-property-") + what;
    }

    private static boolean requires(JsonNode schema, String property) {
        for (JsonNode name : schema.path("required")) {
            if (name.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode words, JsonNode word) {
        for (JsonNode known : words) {
            if (known.equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.path("type").asText());
        }
        schema.path("type").forEach(type -> types.add(type.asText()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String words(Set<String> types) {
        return types.isEmpty() ? "anything" : String.join(" or ", types);
    }
}
