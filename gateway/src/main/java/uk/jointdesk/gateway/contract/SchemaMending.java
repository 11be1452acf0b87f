package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import uk.jointdesk.gateway.contract.validation.ApiCheck;

/** Schemas that describe a Java class where they should describe JSON, put right. */
final class SchemaMending {

    private static final String ANY_TEXT = "\\S";
    /** Values of their own kind, of which the service says in a word of its own what is wrong (money-malformed). */
    private static final Set<String> JUDGED_BY_SERVICE = Set.of("MoneyInput");

    private SchemaMending() {}

    static void mend(JsonNode schemas) {
        schemas.properties().forEach(schema -> {
            if (isOfItself(schema.getKey(), schema.getValue())) {
                becomeText(schema.getKey(), (ObjectNode) schema.getValue());
            } else if ("JsonNode".equals(schema.getKey())) {
                ((ObjectNode) schema.getValue()).removeAll().put("description", "Any JSON");
            } else if (JUDGED_BY_SERVICE.contains(schema.getKey())) {
                ((ObjectNode) schema.getValue()).put(ApiCheck.LEFT_TO_SERVICE, true);
            }
        });
        for (JsonNode schema : List.copyOf(schemas.findParents("type"))) {
            if ("number".equals(schema.path("type").asText())) {
                takeText((ObjectNode) schema);
            }
        }
    }

    private static boolean isOfItself(String name, JsonNode schema) {
        return schema.path("$ref").asText("").equals("#/components/schemas/" + name);
    }

    private static void becomeText(String name, ObjectNode schema) {
        schema.removeAll().put("type", "string");
        if ("YearMonth".equals(name)) {
            schema.put("description", "A month").put("format", "year-month");
            schema.putArray("examples").add("2018-10");
        }
    }

    /** Exact decimals may be written as text, so that no reader takes them through a binary fraction. */
    private static void takeText(ObjectNode schema) {
        schema.putArray("type").add("number").add("string");
    }

    /**
     * Bean Validation means the whole text by a pattern, JSON Schema any part of it. An id's pattern goes: the format
     * says it, and what is not an id is unreadable rather than against a rule.
     */
    static void anchor(JsonNode node) {
        for (JsonNode schema : List.copyOf(node.findParents("pattern"))) {
            JsonNode pattern = schema.path("pattern");
            if (!pattern.isTextual()) {
                continue;
            }
            String text = pattern.asText();
            if (schema.has("format")) {
                ((ObjectNode) schema).remove("pattern");
            } else if (!text.equals(ANY_TEXT) && !text.startsWith("^")) {
                ((ObjectNode) schema).put("pattern", "^(?:" + text + ")$");
            }
        }
    }
}
