package uk.jointdesk.gateway.contract.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An example call of every operation of a contract, in the order of the contract. */
public final class Calls {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** What examples of this suite are about, where the contract gives no example of its own. */
    private static final Map<String, String> FAMILIAR = Map.of(
            "reference", "LBL-0000001",
            "ticket", "LBL-0000001",
            "financialYear", "2020-21",
            "from", "2018-10",
            "to", "2018-12",
            "family", "imt");

    private final JsonNode contract;
    private final Samples samples;
    private final String partner;

    private Calls(JsonNode contract) {
        this.contract = contract;
        this.samples = new Samples(contract);
        this.partner = contract.path("info").path("x-jointdesk-partner").asText("LBL");
    }

    public static List<Call> of(JsonNode contract) {
        Calls calls = new Calls(contract);
        List<Call> all = new ArrayList<>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> all.add(calls.call(path, operation))));
        return List.copyOf(all);
    }

    private Call call(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> operation) {
        JsonNode definition = operation.getValue();
        List<JsonNode> parameters = new ArrayList<>();
        path.getValue().path("parameters").forEach(parameter -> parameters.add(follow(parameter)));
        definition.path("parameters").forEach(parameter -> parameters.add(follow(parameter)));
        Map.Entry<String, JsonNode> body = body(definition);
        return new Call(
                definition.path("operationId").asText(),
                definition.path("summary").asText(),
                definition.path("tags").path(0).asText("Other"),
                operation.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                given(parameters, "path"),
                given(parameters, "query"),
                parameters.stream().anyMatch(parameter -> "If-Match"
                        .equals(parameter.path("name").asText())),
                body == null ? null : body.getKey(),
                body == null ? null : text(body.getKey(), body.getValue()));
    }

    private Map<String, String> given(List<JsonNode> parameters, String place) {
        Map<String, String> given = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> place.equals(parameter.path("in").asText()))
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .forEach(parameter -> given.put(parameter.path("name").asText(), value(parameter)));
        return given;
    }

    private String value(JsonNode parameter) {
        String name = parameter.path("name").asText();
        if ("partner".equals(name)) {
            return partner;
        }
        String familiar = FAMILIAR.get(name);
        JsonNode sample = samples.of(parameter.path("schema"));
        return familiar == null ? (sample.isArray() ? sample.path(0) : sample).asText() : familiar;
    }

    private Map.Entry<String, JsonNode> body(JsonNode definition) {
        Map<String, JsonNode> contents = new TreeMap<>();
        follow(definition.path("requestBody"))
                .path("content")
                .properties()
                .forEach(content -> contents.put(content.getKey(), content.getValue()));
        return contents.entrySet().stream()
                .filter(content -> isJson(content.getKey()))
                .findFirst()
                .orElse(contents.entrySet().stream().findFirst().orElse(null));
    }

    private String text(String mediaType, JsonNode content) {
        if (!isJson(mediaType)) {
            return null;
        }
        JsonNode example = content.path("example").isMissingNode()
                ? content.path("examples").path(0).path("value")
                : content.path("example");
        return (example.isMissingNode() ? samples.of(content.path("schema")) : example).toString();
    }

    private static boolean isJson(String mediaType) {
        return "application/json".equals(mediaType) || mediaType.endsWith("+json");
    }

    private JsonNode follow(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? contract.at(reference.substring(1)) : node;
    }
}
