package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.gateway.problem.Problem;

/** The refusals that every operation of a kind can give, in every service and at the door: said once for all. */
final class CommonAnswers {

    private static final Map<String, Common> COMMON = new TreeMap<>(Map.ofEntries(
            Map.entry("400", new Common("Malformed", "A parameter or the body is not what is read here")),
            Map.entry("401", new Common("TokenNeeded", "There is no token, or one that is not valid here")),
            Map.entry("403", new Common("NotAllowed", "The caller's roles do not include this")),
            Map.entry("404", new Common("NotFound", "Unknown, or not the caller's; nobody learns which")),
            Map.entry("408", new Common("TooSlow", "The body took too long to arrive")),
            Map.entry("412", new Common("VersionStale", "It has changed since it was read")),
            Map.entry("413", new Common("TooLarge", "The body is longer than is taken here")),
            Map.entry("415", new Common("MediaTypeUnsupported", "The body is of a media type that is not read here")),
            Map.entry("422", new Common("Refused", "It can be read, and a rule refuses it")),
            Map.entry("428", new Common("VersionRequired", "If-Match is missing")),
            Map.entry("429", new Common("QuotaUsedUp", "The quota is used up; Retry-After says until when")),
            Map.entry(
                    "5XX", new Common("Failed", "Something failed on our side; the request id names it in our logs"))));

    /** What a generator writes when nobody has written anything. */
    private static final Set<String> EMPTY_WORDS = Set.of("", "Not Authorized", "Not Allowed", "Bad Request");

    private static final JsonNode SCHEMAS = json("""
            {"ProblemDetails":{"type":"object","description":"A refusal, as RFC 9457 tells it",
              "required":["type","title","status","code"],
              "properties":{
                "type":{"type":"string","description":"The code as an address"},
                "title":{"type":"string","description":"The code in words"},
                "status":{"type":"integer","description":"The HTTP status"},
                "detail":{"type":"string","description":"For people; may change"},
                "code":{"type":"string","description":"For programs; never changes","examples":["not-found"]},
                "requestId":{"type":"string","description":"Quote it when you report a problem"},
                "errors":{"type":"array","description":"The fields at fault",
                  "items":{"$ref":"#/components/schemas/ProblemField"}}}},
             "ProblemField":{"type":"object","required":["pointer","message"],
              "properties":{
                "pointer":{"type":"string","description":"A JSON pointer into the body; query:name or header:name outside it",
                  "examples":["/source/reference"]},
                "message":{"type":"string"}}}}
            """);

    private static final JsonNode QUOTA_HEADERS = json("""
            {"Retry-After":{"description":"Seconds until the next request may pass","schema":{"type":"integer"}},
             "RateLimit-Policy":{"description":"The quotas in force","schema":{"type":"string"}},
             "RateLimit":{"description":"What is left of them","schema":{"type":"string"}}}
            """);

    private CommonAnswers() {}

    private record Common(String name, String description) {}

    /** Puts the shared components where {@link #complete} refers to them. */
    static void declare(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components");
        components.withObjectProperty("schemas").setAll((ObjectNode) SCHEMAS.deepCopy());
        ObjectNode responses = components.withObjectProperty("responses");
        COMMON.forEach((status, common) -> {
            ObjectNode response = responses.putObject(common.name());
            response.put("description", common.description());
            if ("429".equals(status)) {
                response.set("headers", QUOTA_HEADERS.deepCopy());
            }
            response.set("content", problem());
        });
    }

    /** Adds the refusals an operation can give to those its service names. */
    static void complete(String path, JsonNode parameters, ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        for (String status : possible(path, parameters, operation)) {
            String words = responses.path(status).path("description").asText("");
            if (EMPTY_WORDS.contains(words)) {
                responses
                        .putObject(status)
                        .put(
                                "$ref",
                                "#/components/responses/" + COMMON.get(status).name());
            }
        }
        responses.properties().forEach(answer -> {
            boolean refusal = answer.getKey().startsWith("4") || answer.getKey().startsWith("5");
            if (refusal
                    && !answer.getValue().has("content")
                    && !answer.getValue().has("$ref")) {
                ((ObjectNode) answer.getValue()).set("content", problem());
            }
        });
    }

    private static Set<String> possible(String path, JsonNode parameters, JsonNode operation) {
        Set<String> possible = new TreeSet<>(Set.of("400", "429", "5XX"));
        if (operation.has("security")) {
            possible.addAll(Set.of("401", "403"));
        }
        if (path.contains("{") || names(parameters, "partner")) {
            possible.add("404");
        }
        if (operation.has("requestBody")) {
            possible.addAll(Set.of("408", "413", "415", "422"));
        }
        if (names(parameters, "If-Match")) {
            possible.addAll(Set.of("412", "428"));
        }
        return possible;
    }

    private static boolean names(JsonNode parameters, String name) {
        for (JsonNode parameter : parameters) {
            if (name.equals(parameter.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode problem() {
        ObjectNode content = new ObjectMapper().createObjectNode();
        content.putObject(Problem.MEDIA_TYPE).putObject("schema").put("$ref", "#/components/schemas/ProblemDetails");
        return content;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
