package uk.jointdesk.gateway.contract.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An OpenAPI document to be compared: its operations by name, with references followed. */
final class Document {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode root;

    Document(JsonNode root) {
        this.root = root;
    }

    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> operations.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        return operations;
    }

    JsonNode follow(JsonNode node) {
        JsonNode at = node;
        for (int hops = 0; hops < 10 && at.path("$ref").isTextual(); hops++) {
            at = root.at(at.path("$ref").asText().substring(1));
        }
        return at.isMissingNode() ? MissingNode.getInstance() : at;
    }

    /** The parameters of an operation, those of its path included, by place and name; a path's go by their place. */
    Map<String, JsonNode> parameters(String name, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        String path = name.substring(name.indexOf(' ') + 1);
        for (JsonNode list :
                new JsonNode[] {root.path("paths").path(path).path("parameters"), operation.path("parameters")}) {
            for (JsonNode entry : list) {
                JsonNode parameter = follow(entry);
                if (!"path".equals(parameter.path("in").asText())) {
                    parameters.put(
                            parameter.path("in").asText() + " parameter "
                                    + parameter.path("name").asText(),
                            parameter);
                }
            }
        }
        return parameters;
    }
}
