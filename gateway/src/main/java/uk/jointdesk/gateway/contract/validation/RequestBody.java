package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.jointdesk.gateway.problem.FieldError;
import uk.jointdesk.gateway.problem.Problem;

/** What an operation takes as its body. */
final class RequestBody {

    private static final Problem MALFORMED = new Problem(400, "body-malformed", "The body is not what is read here.");
    private static final Problem BROKEN = new Problem(422, "body-invalid", "Some fields break a rule.");

    private final Set<String> mediaTypes = new TreeSet<>();
    private final Map<String, JsonSchema> schemas = new TreeMap<>();
    private final boolean required;
    private final boolean patch;

    /**
     * @param place of the request body, which may be a reference or nothing
     * @param patch whether what is left out stays as it is, so that nothing is required
     */
    RequestBody(Schemas all, Place place, boolean patch) {
        this.patch = patch;
        Place declaration = all.follow(place);
        this.required = all.read(declaration).path("required").asBoolean(false);
        Place content = declaration.then("content");
        for (Map.Entry<String, JsonNode> declared : all.read(content).properties()) {
            String type = MediaTypes.bare(declared.getKey());
            mediaTypes.add(type);
            if (MediaTypes.isJson(type) && declared.getValue().has("schema")) {
                schemas.put(type, all.compile(content.then(declared.getKey()).then("schema")));
            }
        }
    }

    /** The media type it is judged by; a body that does not say what it is is taken for JSON where JSON is taken. */
    Optional<Problem> checkType(String contentType) {
        String bare = MediaTypes.bare(contentType);
        if (mediaTypes.isEmpty()
                || bare.isEmpty()
                || MediaTypes.describing(bare, mediaTypes).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                415, "media-type-unsupported", "The body may be " + String.join(" or ", mediaTypes) + " here."));
    }

    /** Whether there is a schema to hold the body against, so that it must be read before it is passed on. */
    boolean isRead(String contentType) {
        return schema(contentType) != null;
    }

    private JsonSchema schema(String contentType) {
        String bare = MediaTypes.bare(contentType);
        return bare.isEmpty()
                ? schemas.values().stream().findFirst().orElse(null)
                : schemas.get(MediaTypes.describing(bare, mediaTypes).orElse(""));
    }

    Optional<Problem> check(String contentType, byte[] body) {
        if (body.length == 0) {
            return required ? Optional.of(malformed("is empty")) : Optional.empty();
        }
        try {
            return problem(judge(schema(contentType), SuiteDialect.read(body)));
        } catch (JsonProcessingException broken) {
            return Optional.of(malformed("is not well-formed JSON" + at(broken)));
        } catch (IOException broken) {
            return Optional.of(malformed("is more than one JSON document"));
        }
    }

    private List<Fault> judge(JsonSchema schema, JsonNode body) {
        boolean forgiving = patch && !Schemas.hasManyParts(body);
        return Schemas.faults(schema, body).stream()
                .filter(fault -> !forgiving || !Fault.MISSING.equals(fault.message()))
                .toList();
    }

    private static Optional<Problem> problem(List<Fault> faults) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        boolean malformed = faults.stream().anyMatch(Fault::malformed);
        return Optional.of((malformed ? MALFORMED : BROKEN).naming(Fault.fields(faults)));
    }

    private static Problem malformed(String message) {
        return MALFORMED.naming(List.of(new FieldError("", message)));
    }

    private static String at(JsonProcessingException broken) {
        return broken.getLocation() == null
                ? ""
                : " at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr();
    }
}
