package uk.jointdesk.gateway.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Ways through an OpenAPI document. */
final class Walk {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private Walk() {}

    record Operation(String path, String method, JsonNode definition, JsonNode item) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    static List<Operation> operations(JsonNode contract) {
        List<Operation> operations = new ArrayList<>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(
                        new Operation(path.getKey(), entry.getKey(), entry.getValue(), path.getValue()))));
        return operations;
    }

    static List<JsonNode> parameters(JsonNode contract, Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.item().path("parameters").forEach(parameter -> parameters.add(follow(contract, parameter)));
        operation.definition().path("parameters").forEach(parameter -> parameters.add(follow(contract, parameter)));
        return parameters;
    }

    static JsonNode follow(JsonNode contract, JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? contract.at(reference.substring(1)) : node;
    }

    /** Every node with its JSON pointer. */
    static void all(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        node.properties()
                .forEach(field -> all(
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        field.getValue(),
                        visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all(pointer + "/" + i, node.path(i), visitor);
        }
    }
}
