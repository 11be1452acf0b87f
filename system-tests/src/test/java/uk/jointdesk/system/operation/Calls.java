package uk.jointdesk.system.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;

/** Calls operations as their contract wants it: what it requires is there, and any kind of answer is taken. */
public final class Calls {

    private static final String NOT_OURS = "{\"nonsense\":true}";
    private static final String JSON = "application/json";

    /** What an operation declares as optional and cannot do without. */
    private static final Map<String, String> WANTED = Map.of("financialYear", "2020-21", "line", "BASE");

    /** By path: of parameters that are optional one by one, those that make a question. */
    private static final Map<String, Set<String>> ASKED = Map.of(
            "/api/v1/performance/backlog", Set.of("at"),
            "/api/v1/performance/drill", Set.of("from", "to"),
            "/api/v1/knowledge/suggestions", Set.of("title"));

    /** For parameters that are required and have no example of their own. */
    private static final Map<String, String> REQUIRED = Map.of(
            "from", "2018-10",
            "to", "2018-12",
            "family", "iaa",
            "set", "measured",
            "source", "demo-2018",
            "at", "2018-12-31",
            "format", "ndjson");

    private final Api api;
    private final Contract contract;
    private final String base;
    private final SmallestBody smallest;

    /** @param base where the gateway is, or the service itself */
    public Calls(Api api, Contract contract, String base) {
        this.api = api;
        this.contract = contract;
        this.base = base;
        this.smallest = new SmallestBody(contract);
    }

    /** What may be sent: something that fits, and something that does not. An operation without a body gets none. */
    public List<String> bodies(Operation operation) {
        Map<String, JsonNode> declared = contract.bodies(operation);
        return declared.isEmpty()
                ? List.of("")
                : List.of(smallest.of(declared.get(mediaType(operation))).toString(), NOT_OURS);
    }

    /** Reads as a client, with what the contract requires in the query and this besides. */
    public Answer read(String client, Operation operation, String path, String... besides) {
        List<String> query = required(operation);
        query.addAll(List.of(besides));
        return send(client, operation, query.isEmpty() ? path : path + "?" + String.join("&", query), "");
    }

    /** Something that fits, in which a partner is named wherever one may be. */
    public String bodyNaming(Operation operation, String partner) {
        ObjectNode body = (ObjectNode) smallest.of(contract.bodies(operation).get(mediaType(operation)));
        for (String field : contract.partnersIn(operation)) {
            if (field.equals("partner")) {
                body.put(field, partner);
            } else {
                body.putArray(field).add(partner);
            }
        }
        return body.toString();
    }

    public Answer send(String client, Operation operation, String path, String body) {
        BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return api.as(client).direct(operation.method(), base + path, mediaType(operation), sent, headers(operation));
    }

    /** The API's usual kind of answer is asked for first. */
    private static String[] headers(Operation operation) {
        return operation.reads() || operation.method().equals("POST")
                ? new String[] {"Accept", "*/*"}
                : new String[] {"Accept", "*/*", "If-Match", "\"1\""};
    }

    /** The kind of body that an operation takes, the first if it takes several. */
    public String mediaType(Operation operation) {
        return contract.bodies(operation).keySet().stream().findFirst().orElse(JSON);
    }

    /** What a question cannot do without, each as name and value. */
    public List<String> required(Operation operation) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : contract.parameters(operation)) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && isAsked(operation, parameter, name)) {
                query.add(name + "=" + value(parameter, name));
            }
        }
        return query;
    }

    private static boolean isAsked(Operation operation, JsonNode parameter, String name) {
        return parameter.path("required").asBoolean()
                || WANTED.containsKey(name)
                || ASKED.getOrDefault(operation.path(), Set.of()).contains(name);
    }

    private static String value(JsonNode parameter, String name) {
        return WANTED.containsKey(name)
                ? WANTED.get(name)
                : parameter.path("example").asText(REQUIRED.getOrDefault(name, "x"));
    }
}
