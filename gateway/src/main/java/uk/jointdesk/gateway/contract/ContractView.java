package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A contract as chapters of operations, for a page. */
final class ContractView {

    private final JsonNode contract;

    ContractView(JsonNode contract) {
        this.contract = contract;
    }

    List<Chapter> chapters() {
        Map<String, List<Entry>> byTitle = new TreeMap<>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> !"parameters".equals(operation.getKey()))
                .forEach(operation -> byTitle.computeIfAbsent(title(path.getKey()), any -> new ArrayList<>())
                        .add(entry(path, operation))));
        return byTitle.entrySet().stream()
                .map(chapter -> new Chapter(chapter.getKey(), chapter.getValue()))
                .toList();
    }

    /** {@code /api/v1/major-incidents/{id}} belongs to the chapter "Major incidents". */
    private static String title(String path) {
        String[] segments = path.split("/", -1);
        String resource = segments.length > 3 ? segments[3].replace('-', ' ') : path;
        return resource.substring(0, 1).toUpperCase(Locale.ROOT) + resource.substring(1);
    }

    private Entry entry(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation) {
        JsonNode definition = operation.getValue();
        List<Parameter> parameters = new ArrayList<>();
        path.getValue().path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        definition.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        return new Entry(
                operation.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                definition.path("summary").asText(""),
                definition.path("description").asText(""),
                parameters,
                bodies(resolve(definition.path("requestBody"))),
                answers(definition.path("responses")),
                roles(definition));
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(false),
                parameter.path("description").asText(""),
                type(parameter.path("schema")));
    }

    private static List<Body> bodies(JsonNode requestBody) {
        return requestBody.path("content").properties().stream()
                .map(content ->
                        new Body(content.getKey(), type(content.getValue().path("schema"))))
                .toList();
    }

    private List<Answer> answers(JsonNode responses) {
        return responses.properties().stream()
                .map(answer -> new Answer(
                        answer.getKey(),
                        resolve(answer.getValue()).path("description").asText("")))
                .toList();
    }

    private static List<String> roles(JsonNode definition) {
        return definition.path("security").findValues(ContractAssembly.SCHEME).stream()
                .map(roles -> roles.path(0).asText())
                .toList();
    }

    /** A type as a reader names it: {@code Ticket}, {@code list of Ticket}, {@code string (date-time)}. */
    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        if ("array".equals(type.asText())) {
            return "list of " + type(schema.path("items"));
        }
        String format = schema.path("format").asText("");
        return format.isEmpty() ? type.asText("") : type.asText("") + " (" + format + ")";
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? contract.at(reference.substring(1)) : node;
    }

    record Chapter(String title, List<Entry> entries) {}

    record Entry(
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            List<Body> bodies,
            List<Answer> answers,
            List<String> roles) {}

    record Parameter(String name, String in, boolean required, String description, String type) {}

    record Body(String mediaType, String type) {}

    record Answer(String status, String description) {}
}
