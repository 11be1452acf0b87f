package uk.jointdesk.incident.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import uk.jointdesk.kit.problem.Refusal;

/** JSON merge patches (RFC 7396) over what a resource says now; the outcome is read and checked like a whole body. */
@ApplicationScoped
public class PatchedDocument {

    private final ObjectMapper json;
    private final Body bodies;

    public PatchedDocument(ObjectMapper json, Body bodies) {
        this.json = json;
        this.bodies = bodies;
    }

    /** The document after the patch. */
    public <T> T apply(JsonNode patch, T now, Class<T> type) {
        if (!patch.isObject()) {
            throw Refusal.malformed("body-malformed", "A merge patch is a JSON object.");
        }
        JsonNode merged = merge(json.valueToTree(now), patch);
        try {
            return bodies.read(new ByteArrayInputStream(json.writeValueAsBytes(merged)), type);
        } catch (IOException impossible) {
            throw new IllegalStateException("a JSON tree cannot be written", impossible);
        }
    }

    public JsonNode read(InputStream body) {
        return bodies.read(body, JsonNode.class);
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target != null && target.isObject() ? (ObjectNode) target : json.createObjectNode();
        patch.fields().forEachRemaining(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), merge(merged.get(field.getKey()), field.getValue()));
            }
        });
        return merged;
    }
}
