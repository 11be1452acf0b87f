package uk.jointdesk.system.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The least that a schema takes, so that with a request nothing is wrong but whose it is. */
public final class SmallestBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ALTERNATIVES = List.of("allOf", "oneOf", "anyOf");

    /** Of codes, levels and amounts, whose patterns are all that is said of them. */
    private static final List<String> WORDS = List.of("x", "xx", "XX", "P1", "1");

    private final Contract contract;

    public SmallestBody(Contract contract) {
        this.contract = contract;
    }

    public JsonNode of(JsonNode declared) {
        JsonNode schema = contract.meant(declared);
        JsonNode given = given(schema);
        if (!given.isMissingNode()) {
            return given;
        }
        for (String alternative : ALTERNATIVES) {
            if (schema.path(alternative).has(0)) {
                return of(schema.path(alternative).get(0));
            }
        }
        return drawn(schema);
    }

    /** What the schema itself offers. */
    private static JsonNode given(JsonNode schema) {
        if (schema.has("example")) {
            return schema.get("example");
        }
        JsonNode example = schema.path("examples").path(0);
        return example.isMissingNode() ? schema.path("enum").path(0) : example;
    }

    private JsonNode drawn(JsonNode schema) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "string" -> JSON.textNode(text(schema));
            default -> JSON.objectNode();
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (JsonNode name : schema.path("required")) {
            object.set(name.asText(), of(schema.path("properties").path(name.asText())));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(); i++) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private static String word(String pattern) {
        return WORDS.stream().filter(word -> word.matches(pattern)).findFirst().orElse(WORDS.get(0));
    }

    private static String text(JsonNode schema) {
        String pattern = schema.path("pattern").asText(".*");
        return switch (schema.path("format").asText()) {
            case "date" -> "2021-06-07";
            case "date-time" -> "2021-06-07T09:00:00Z";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> pattern.matches("[A-Za-z_]+(\\|[A-Za-z_]+)*") ? pattern.split("\\|", -1)[0] : word(pattern);
        };
    }
}
