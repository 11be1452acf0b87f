package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The fields of a schema as rows for a reader: those of inner objects follow their object, three levels deep. */
final class FieldsView {

    private static final int DEEPEST = 3;

    private final JsonNode contract;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    private FieldsView(JsonNode contract) {
        this.contract = contract;
    }

    static List<Field> of(JsonNode contract, JsonNode schema) {
        FieldsView view = new FieldsView(contract);
        view.add("", schema, 0);
        return List.copyOf(view.fields);
    }

    private void add(String prefix, JsonNode given, int depth) {
        String reference = given.path("$ref").asText("");
        if (depth == DEEPEST || (!reference.isEmpty() && !open.add(reference))) {
            return;
        }
        JsonNode schema = resolve(given);
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            String path = prefix + property.getKey();
            JsonNode inner = resolve(property.getValue());
            String words = property.getValue()
                    .path("description")
                    .asText(inner.path("description").asText(""));
            fields.add(new Field(
                    path, typeOf(property.getValue()), required.contains(property.getKey()), words, wordsOf(inner)));
            add(path + ".", property.getValue(), depth + 1);
        });
        if (schema.path("items").isObject()) {
            add(
                    prefix.isEmpty() ? "[]." : prefix.substring(0, prefix.length() - 1) + "[].",
                    schema.path("items"),
                    depth);
        }
        open.remove(reference);
    }

    /** A type as a reader names it: {@code Ticket}, {@code list of Ticket}, {@code string (date-time)}. */
    static String typeOf(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            List<String> types = new ArrayList<>();
            type.forEach(one -> types.add(one.asText()));
            return String.join(" or ", types);
        }
        if ("array".equals(type.asText())) {
            return "list of " + typeOf(schema.path("items"));
        }
        String format = schema.path("format").asText("");
        return format.isEmpty() ? type.asText("") : type.asText("") + " (" + format + ")";
    }

    private static String wordsOf(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? contract.at(reference.substring(1)) : node;
    }

    /**
     * @param path {@code source.reference}; {@code items[].percent} in a list
     * @param words the vocabulary, if it has one
     */
    record Field(String path, String type, boolean required, String description, String words) {}
}
