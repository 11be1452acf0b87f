package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.jointdesk.gateway.contract.change.Sunset;
import uk.jointdesk.gateway.contract.client.Call;
import uk.jointdesk.gateway.contract.client.Calls;
import uk.jointdesk.gateway.contract.client.CurlExample;
import uk.jointdesk.gateway.contract.client.JavaClient;

/** A contract as chapters of operations, for a page. */
final class ContractView {

    private final JsonNode contract;
    private final String server;

    ContractView(JsonNode contract) {
        this.contract = contract;
        this.server = contract.path("servers").path(0).path("url").asText();
    }

    String version() {
        return contract.path("info").path("version").asText();
    }

    List<Place> environments() {
        return stream(contract.path("servers"))
                .map(place -> new Place(
                        place.path("url").asText(), place.path("description").asText("")))
                .toList();
    }

    List<Quota> quotas() {
        return stream(contract.path("info").path(ContractDressing.QUOTAS))
                .map(quota -> new Quota(
                        quota.path("purpose").asText(),
                        quota.path("requests").asLong(),
                        quota.path("seconds").asLong()))
                .toList();
    }

    List<Chapter> chapters() {
        Map<String, List<Entry>> byTitle = new TreeMap<>();
        Calls.of(contract)
                .forEach(call -> byTitle.computeIfAbsent(Completion.titleOf(call.path()), any -> new ArrayList<>())
                        .add(entry(call)));
        return byTitle.entrySet().stream()
                .map(chapter -> new Chapter(chapter.getKey(), chapter.getValue()))
                .toList();
    }

    private Entry entry(Call call) {
        JsonNode item = contract.path("paths").path(call.path());
        JsonNode definition = item.path(call.method().toLowerCase(Locale.ROOT));
        List<Parameter> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        definition.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        return new Entry(
                call.method(),
                call.path(),
                call.title(),
                definition.path("description").asText(""),
                definition.path(ContractDressing.PURPOSE).asText(""),
                Sunset.of(definition).map(sunset -> sunset.ends().toString()).orElse(""),
                parameters,
                bodies(resolve(definition.path("requestBody"))),
                success(definition.path("responses")),
                answers(definition.path("responses")),
                roles(definition),
                CurlExample.of(server, call),
                JavaClient.method(call));
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(false),
                parameter.path("description").asText(""),
                FieldsView.typeOf(parameter.path("schema")));
    }

    private List<Body> bodies(JsonNode holder) {
        Map<String, Integer> shown = new HashMap<>();
        return holder.path("content").properties().stream()
                .map(content -> body(content, shown))
                .toList();
    }

    /** Fields that stand at another media type already are not shown twice. */
    private Body body(Map.Entry<String, JsonNode> content, Map<String, Integer> shown) {
        JsonNode schema = content.getValue().path("schema");
        boolean again = shown.put(schema.toString(), 1) != null;
        return new Body(
                content.getKey(), FieldsView.typeOf(schema), again ? List.of() : FieldsView.of(contract, schema));
    }

    private List<Body> success(JsonNode responses) {
        Optional<JsonNode> first = responses
                .propertyStream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst();
        return first.map(answer -> bodies(resolve(answer))).orElse(List.of());
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

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.startsWith("#/") ? contract.at(reference.substring(1)) : node;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    record Chapter(String title, List<Entry> entries) {}

    /**
     * @param purpose the quota it is counted for; empty for none
     * @param ends the day from which it may be gone; empty for an operation that stays
     * @param answer what it answers when it succeeds
     */
    record Entry(
            String method,
            String path,
            String summary,
            String description,
            String purpose,
            String ends,
            List<Parameter> parameters,
            List<Body> bodies,
            List<Body> answer,
            List<Answer> answers,
            List<String> roles,
            String curl,
            String java) {}

    record Parameter(String name, String in, boolean required, String description, String type) {}

    record Body(String mediaType, String type, List<FieldsView.Field> fields) {}

    record Answer(String status, String description) {}

    record Place(String url, String description) {}

    record Quota(String purpose, long requests, long seconds) {}
}
