package uk.jointdesk.system.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.system.suite.Api;

/** What somebody may call, read out of an OpenAPI document: a partner's own, or the one a service gives of itself. */
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final Set<String> PARTNERS = Set.of("partner", "partners", "affectedPartners");

    private final JsonNode document;
    private final Map<Operation, JsonNode> operations = new TreeMap<>();

    public Contract(JsonNode document) {
        this.document = document;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.put(new Operation(method.getKey(), path.getKey()), method.getValue());
                }
            }
        }
    }

    /** The contract that the gateway publishes for a partner, as that partner reads it. */
    public static Contract of(Api api, String partner) {
        String client = Clients.of("borough-client", partner);
        return new Contract(
                api.as(client).get("/contracts/" + partner + "/openapi.json").ok());
    }

    public Set<Operation> operations() {
        return Collections.unmodifiableSet(operations.keySet());
    }

    /** The roles that open an operation. */
    public Set<String> roles(Operation operation) {
        Set<String> roles = new TreeSet<>();
        for (JsonNode alternative : operations.get(operation).path("security")) {
            alternative.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText())));
        }
        return roles;
    }

    /** What an operation takes in its path, its query and its headers, told at the path or at the operation. */
    public List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        document.path("paths").path(operation.path()).path("parameters").forEach(one -> parameters.add(meant(one)));
        operations.get(operation).path("parameters").forEach(one -> parameters.add(meant(one)));
        return parameters;
    }

    /** Media type to schema of what an operation takes as its body; empty where it takes none. */
    public Map<String, JsonNode> bodies(Operation operation) {
        Map<String, JsonNode> bodies = new TreeMap<>();
        JsonNode declared = meant(operations.get(operation).path("requestBody"));
        for (Map.Entry<String, JsonNode> content : declared.path("content").properties()) {
            bodies.put(content.getKey(), content.getValue().path("schema"));
        }
        return bodies;
    }

    /** Where in the document the schema of an operation's body stands, that of its first media type. */
    public String bodyPointer(Operation operation) {
        String method = operation.method().toLowerCase(Locale.ROOT);
        String type = bodies(operation).keySet().iterator().next();
        return "/paths/" + escaped(operation.path()) + "/" + method + "/requestBody/content/" + escaped(type)
                + "/schema";
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    public JsonNode document() {
        return document;
    }

    /** The fields in which the body of an operation names partners. */
    public List<String> partnersIn(Operation operation) {
        List<String> fields = new ArrayList<>();
        for (JsonNode schema : bodies(operation).values()) {
            meant(schema).path("properties").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(PARTNERS::contains)
                    .filter(field -> !fields.contains(field))
                    .forEach(fields::add);
        }
        return fields;
    }

    /** What a reference stands for; one that leads back to itself stands for what is said beside it. */
    public JsonNode meant(JsonNode node) {
        Set<String> followed = new TreeSet<>();
        JsonNode meant = node;
        while (meant.has("$ref") && followed.add(meant.path("$ref").asText())) {
            meant = document.at(meant.path("$ref").asText().substring(1));
        }
        return meant;
    }
}
