package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import uk.jointdesk.system.operation.Contract;

/** What the gateway answers itself, which no service describes: the board's page, the contracts, what it refused. */
final class GatewayContract {

    private static final List<String> READERS = List.of("board-member", "borough-client");

    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            Map.entry("/", List.of("from", "to")),
            Map.entry("/contracts", List.of()),
            Map.entry("/contracts/{partner}", List.of("role")),
            Map.entry("/contracts/{partner}/openapi.json", List.of("role")),
            Map.entry("/contracts/{partner}/openapi.yaml", List.of("role")),
            Map.entry("/contracts/{partner}/JointdeskClient.java", List.of("role")),
            Map.entry("/contracts/{partner}/examples.sh", List.of("role")),
            Map.entry("/contracts/{partner}/postman.json", List.of("role")),
            Map.entry("/contracts/{partner}/changes", List.of("role", "since")));

    private GatewayContract() {}

    static Contract contract() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        ObjectNode paths = document.putObject("paths");
        QUERIES.forEach((path, query) -> describe(paths, path, query, READERS));
        describe(paths, "/api/v1/access-refusals", List.of("client", "code", "cursor"), List.of("auditor"));
        ((ArrayNode) paths.at("/~1api~1v1~1access-refusals/get/parameters"))
                .add(parameter("limit", "query", "integer"));
        return new Contract(document);
    }

    private static void describe(ObjectNode paths, String path, List<String> query, List<String> roles) {
        ObjectNode get = paths.putObject(path).putObject("get");
        ArrayNode parameters = get.putArray("parameters");
        if (path.contains("{")) {
            parameters.add(parameter("partner", "path", "string"));
        }
        query.forEach(name -> parameters.add(parameter(name, "query", "string")));
        ArrayNode oidc = get.putArray("security").addObject().putArray("oidc");
        roles.forEach(oidc::add);
    }

    private static JsonNode parameter(String name, String where, String type) {
        ObjectNode parameter =
                JsonNodeFactory.instance.objectNode().put("name", name).put("in", where);
        parameter.putObject("schema").put("type", type);
        return parameter;
    }
}
