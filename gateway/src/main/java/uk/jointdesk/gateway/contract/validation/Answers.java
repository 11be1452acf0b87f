package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an operation may answer. */
final class Answers {

    /** By status ({@code 200}, {@code 5XX}, {@code default}): media types and schemas; no media type, no body. */
    private final Map<String, Map<String, JsonSchema>> known = new TreeMap<>();

    Answers(Schemas all, Place place) {
        for (Map.Entry<String, JsonNode> answer : all.read(place).properties()) {
            Place content = all.follow(place.then(answer.getKey())).then("content");
            Map<String, JsonSchema> schemas = new TreeMap<>();
            all.read(content)
                    .properties()
                    .forEach(type -> schemas.put(
                            MediaTypes.bare(type.getKey()),
                            type.getValue().has("schema")
                                    ? all.compile(content.then(type.getKey()).then("schema"))
                                    : null));
            known.put(answer.getKey().toUpperCase(java.util.Locale.ROOT), schemas);
        }
    }

    /** Whether the contract says anything of a body of this kind, so that reading it is worth while. */
    boolean isRead(int status, String contentType) {
        Map<String, JsonSchema> schemas = of(status);
        String bare = MediaTypes.bare(contentType);
        return schemas != null && MediaTypes.isJson(bare) && schemas.get(bare) != null;
    }

    /** What breaks the contract before the body is looked at; null for nothing. */
    String checkHead(int status, String contentType) {
        Map<String, JsonSchema> schemas = of(status);
        if (schemas == null && !known.isEmpty()) {
            return "the contract knows no answer " + status;
        }
        String bare = MediaTypes.bare(contentType);
        if (schemas == null
                || schemas.isEmpty()
                || bare.isEmpty()
                || MediaTypes.describing(bare, schemas.keySet()).isPresent()) {
            return null;
        }
        return "the contract knows no answer " + status + " as " + bare;
    }

    List<Fault> check(int status, String contentType, byte[] body) {
        try {
            return Schemas.faults(of(status).get(MediaTypes.bare(contentType)), SuiteDialect.read(body));
        } catch (IOException broken) {
            return List.of(Fault.malformed("", "is not well-formed JSON"));
        }
    }

    private Map<String, JsonSchema> of(int status) {
        Map<String, JsonSchema> exact = known.get(String.valueOf(status));
        Map<String, JsonSchema> range = exact == null ? known.get(status / 100 + "XX") : exact;
        return range == null ? known.get("DEFAULT") : range;
    }
}
