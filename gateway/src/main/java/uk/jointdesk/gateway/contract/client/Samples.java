package uk.jointdesk.gateway.contract.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A value for a schema that shows what it looks like: the example its service gives, or the plainest one that fits. */
final class Samples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 14;

    /** Tried in this order against a pattern. */
    private static final List<String> WORDS = List.of(
            "text",
            "LBL",
            "P3",
            "ICT-1",
            "2020-21",
            "2021-06",
            "2021-06-07",
            "100.00",
            "1",
            "hornbill-lbl",
            "08:00",
            "+442079460000",
            "https://desk.example/hooks",
            "desk@example.org");

    private final JsonNode contract;

    Samples(JsonNode contract) {
        this.contract = contract;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, new HashSet<>(), 0);
    }

    private JsonNode of(JsonNode given, Set<String> open, int depth) {
        String reference = given.path("$ref").asText("");
        if (reference.isEmpty()) {
            return plain(given, open, depth);
        }
        if (given.path("examples").has(0)) {
            return given.path("examples").path(0);
        }
        if (depth > DEEPEST || !open.add(reference)) {
            return NODES.nullNode();
        }
        JsonNode sample = of(contract.at(reference.substring(1)), open, depth + 1);
        open.remove(reference);
        return sample;
    }

    private JsonNode plain(JsonNode schema, Set<String> open, int depth) {
        for (JsonNode said : new JsonNode[] {
            schema.path("examples").path(0),
            schema.path("example"),
            schema.path("default"),
            schema.path("enum").path(0)
        }) {
            if (!said.isMissingNode()) {
                return said;
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, open, depth);
            case "array" -> list(schema, open, depth);
            case "string" -> NODES.textNode(text(schema));
            case "integer" ->
                NODES.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.objectNode();
        };
    }

    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "");
    }

    /** What is required; of a schema that requires nothing, all. */
    private JsonNode object(JsonNode schema, Set<String> open, int depth) {
        ObjectNode object = NODES.objectNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.isEmpty() || required.contains(property.getKey())) {
                JsonNode value = of(property.getValue(), open, depth + 1);
                if (!value.isNull()) {
                    object.set(property.getKey(), value);
                }
            }
        });
        if (object.isEmpty() && schema.path("additionalProperties").isObject()) {
            object.set("LBL", of(schema.path("additionalProperties"), open, depth + 1));
        }
        return object;
    }

    private JsonNode list(JsonNode schema, Set<String> open, int depth) {
        JsonNode item = of(schema.path("items"), open, depth + 1);
        int count = item.isNull() ? 0 : Math.max(1, schema.path("minItems").asInt());
        return NODES.arrayNode().addAll(Collections.nCopies(count, item));
    }

    private static String text(JsonNode schema) {
        String byFormat =
                switch (schema.path("format").asText("")) {
                    case "date" -> "2021-06-07";
                    case "date-time" -> "2021-06-07T09:00:00Z";
                    case "year-month" -> "2021-06";
                    case "uuid" -> "0f8fad5b-d9cb-469f-a165-70867728950e";
                    default -> "";
                };
        return byFormat.isEmpty() ? fitting(schema) : byFormat;
    }

    private static String fitting(JsonNode schema) {
        if (!schema.has("pattern")) {
            return shorten("text", schema);
        }
        String pattern = schema.path("pattern").asText();
        List<String> candidates = new ArrayList<>(WORDS);
        for (String alternative : pattern.replaceAll("[\\^$()]|\\?:", "").split("\\|", -1)) {
            candidates.add(alternative.replaceAll("\\[(.)[^]]*]", "$1"));
        }
        Pattern compiled = Pattern.compile(pattern);
        return candidates.stream()
                .filter(candidate -> compiled.matcher(candidate).find())
                .map(candidate -> shorten(candidate, schema))
                .findFirst()
                .orElse("text");
    }

    private static String shorten(String text, JsonNode schema) {
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
