package uk.jointdesk.gateway.contract.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed from one version of a contract to the next, and which of it breaks programs. The rules carry the names
 * of oasdiff's checks where it has them. A field or parameter that is taken away breaks: the suite refuses what it does
 * not know.
 */
public final class Comparison {

    private final Document before;
    private final Document after;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(JsonNode before, JsonNode after) {
        this.before = new Document(before);
        this.after = new Document(after);
    }

    /** In the order of the operations; the same documents give the same list. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        Comparison comparison = new Comparison(before, after);
        comparison.compare();
        return List.copyOf(comparison.changes);
    }

    private void compare() {
        Map<String, JsonNode> then = before.operations();
        Map<String, JsonNode> now = after.operations();
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            Findings findings = new Findings(name, then.get(name), now.get(name), changes);
            if (!now.containsKey(name)) {
                findings.breaking("api-removed", "is gone");
            } else if (!then.containsKey(name)) {
                findings.compatible("endpoint-added", "is new");
            } else {
                compare(name, then.get(name), now.get(name), findings);
            }
        }
    }

    private void compare(String name, JsonNode then, JsonNode now, Findings findings) {
        if (!then.path("deprecated").asBoolean() && now.path("deprecated").asBoolean()) {
            findings.compatible(
                    "endpoint-deprecated",
                    "is deprecated and ends on " + now.path(Sunset.DAY).asText("a day to be named"));
        }
        compareParameters(before.parameters(name, then), after.parameters(name, now), findings);
        compareBodies(before.follow(then.path("requestBody")), after.follow(now.path("requestBody")), findings);
        compareAnswers(then.path("responses"), now.path("responses"), findings);
    }

    private void compareParameters(Map<String, JsonNode> then, Map<String, JsonNode> now, Findings findings) {
        SchemaComparison schemas = new SchemaComparison(before, after, findings, true);
        then.forEach((name, parameter) -> {
            JsonNode later = now.get(name);
            if (later == null) {
                findings.breaking("request-parameter-removed", name + " is gone");
                return;
            }
            if (!required(parameter) && required(later)) {
                findings.breaking("request-parameter-became-required", name + " is required now");
            }
            schemas.compare(name, parameter.path("schema"), later.path("schema"));
        });
        now.forEach((name, parameter) -> {
            if (!then.containsKey(name)) {
                findings.report(
                        required(parameter),
                        required(parameter) ? "new-required-request-parameter" : "new-optional-request-parameter",
                        name + " is new" + (required(parameter) ? " and required" : ""));
            }
        });
    }

    private void compareBodies(JsonNode then, JsonNode now, Findings findings) {
        if (!required(then) && required(now)) {
            findings.breaking("request-body-became-required", "a body is required now");
        }
        compareContents(then.path("content"), now.path("content"), "body", true, findings);
    }

    private void compareAnswers(JsonNode then, JsonNode now, Findings findings) {
        then.properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> {
                    if (now.has(answer.getKey())) {
                        compareContents(
                                before.follow(answer.getValue()).path("content"),
                                after.follow(now.path(answer.getKey())).path("content"),
                                "answer " + answer.getKey(),
                                false,
                                findings);
                    } else {
                        findings.breaking("response-success-status-removed", "answer " + answer.getKey() + " is gone");
                    }
                });
        now.propertyStream()
                .map(Map.Entry::getKey)
                .filter(status -> status.startsWith("2") && !then.has(status))
                .forEach(
                        status -> findings.compatible("response-success-status-added", "answer " + status + " is new"));
    }

    private void compareContents(JsonNode then, JsonNode now, String what, boolean sent, Findings findings) {
        String kind = sent ? "request-body-media-type" : "response-media-type";
        SchemaComparison schemas = new SchemaComparison(before, after, findings, sent);
        then.properties().forEach(content -> {
            String type = content.getKey();
            if (!now.has(type)) {
                findings.breaking(kind + "-removed", what + " as " + type + " is gone");
                return;
            }
            schemas.compare(
                    what, content.getValue().path("schema"), now.path(type).path("schema"));
        });
        now.propertyStream()
                .map(Map.Entry::getKey)
                .filter(type -> !then.has(type))
                .forEach(type -> findings.compatible(kind + "-added", what + " as " + type + " is new"));
    }

    private static boolean required(JsonNode node) {
        return node.path("required").asBoolean(false);
    }

    /** Collects what is found of one operation. */
    record Findings(String operation, JsonNode then, JsonNode now, List<Change> changes) {

        void breaking(String rule, String text) {
            report(true, rule, text);
        }

        void compatible(String rule, String text) {
            report(false, rule, text);
        }

        void report(boolean breaking, String rule, String text) {
            Change change = new Change(operation, rule, breaking, announced(), text);
            if (!changes.contains(change)) {
                changes.add(change);
            }
        }

        private boolean announced() {
            return Sunset.isAnnounced(Objects.requireNonNullElse(then, MissingNode.getInstance()))
                    || Sunset.isAnnounced(Objects.requireNonNullElse(now, MissingNode.getInstance()));
        }
    }
}
