package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.gateway.route.RouteTable;

/**
 * A service's document as a contract needs it: what its generator leaves out is said, what it says of Java rather than
 * of JSON is put right. Both the contracts and the door read the completed document, so that they cannot differ.
 */
final class Completion {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Set<String> RANGE = Set.of("from", "to");
    private static final Map<String, String> WORDS = Map.of(
            "200", "Done",
            "201", "Created; Location says where",
            "202", "Taken in; it goes on by itself",
            "204", "Done; there is nothing to say");

    private Completion() {}

    static JsonNode of(JsonNode generated) {
        ObjectNode document = generated.deepCopy();
        SchemaMending.mend(document.path("components").path("schemas"));
        SchemaMending.anchor(document);
        CommonAnswers.declare(document);
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> complete(
                        path.getKey(), operation.getKey(), path.getValue(), (ObjectNode) operation.getValue())));
        return document;
    }

    private static void complete(String path, String method, JsonNode item, ObjectNode operation) {
        if (operation.path("operationId").asText("").isEmpty()) {
            operation.put("operationId", idOf(method, path));
        }
        if (operation.path("summary").asText("").isEmpty()) {
            operation.put("summary", method.toUpperCase(Locale.ROOT) + " " + path);
        }
        if (operation.path("description").asText("").isEmpty()) {
            operation.put("description", operation.path("summary").asText() + ".");
        }
        if (operation.path("tags").isEmpty()) {
            operation.putArray("tags").add(titleOf(path));
        }
        freeRange(operation.path("parameters"));
        nameAnswers(operation.withObjectProperty("responses"));
        CommonAnswers.complete(path, parameters(item, operation), operation);
    }

    /** Where a moment may be named instead, a range need not be. */
    private static void freeRange(JsonNode parameters) {
        if (!parameters.findValuesAsText("name").contains("at")) {
            return;
        }
        parameters.forEach(parameter -> {
            if (RANGE.contains(parameter.path("name").asText())) {
                ((ObjectNode) parameter).remove("required");
            }
        });
    }

    /** A generator told of a refusal only forgets that the operation can succeed. */
    private static void nameAnswers(ObjectNode responses) {
        boolean succeeds = responses
                .propertyStream()
                .anyMatch(answer -> answer.getKey().startsWith("2") || "default".equals(answer.getKey()));
        if (!succeeds) {
            responses.putObject("200").putObject("content").putObject("application/json");
        }
        responses.properties().stream()
                .filter(answer -> WORDS.containsKey(answer.getKey()))
                .filter(answer ->
                        answer.getValue().path("description").asText("").isEmpty())
                .forEach(answer -> ((ObjectNode) answer.getValue()).put("description", WORDS.get(answer.getKey())));
    }

    private static ArrayNode parameters(JsonNode item, JsonNode operation) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        item.path("parameters").forEach(all::add);
        operation.path("parameters").forEach(all::add);
        return all;
    }

    /** {@code getBudgetLinesByFinancialYearByCode} of {@code GET /api/v1/budget-lines/{financialYear}/{code}}. */
    private static String idOf(String method, String path) {
        StringBuilder id = new StringBuilder(method);
        for (String segment : path.replaceFirst(RouteTable.ROOT, "").split("[/.]", -1)) {
            String words = segment.replace("{", "by-").replace("}", "");
            for (String word : words.split("-", -1)) {
                if (!word.isEmpty()) {
                    id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
                }
            }
        }
        return id.toString();
    }

    /** {@code /api/v1/major-incidents/{id}} belongs to "Major incidents". */
    static String titleOf(String path) {
        String[] segments = path.split("/", -1);
        String resource = segments.length > 3 ? segments[3].replace('-', ' ') : path;
        return resource.isEmpty() ? path : resource.substring(0, 1).toUpperCase(Locale.ROOT) + resource.substring(1);
    }
}
