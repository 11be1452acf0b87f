package uk.jointdesk.incident.notification.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What was told, for who looks at deliveries. A signed link lets whoever has it answer in the requester's place, so it is
 * for the receiver only.
 */
final class WithoutKeys {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "link";

    private WithoutKeys() {}

    static String of(String payload) {
        try {
            JsonNode told = JSON.readTree(payload);
            if (told instanceof ObjectNode fields && fields.remove(KEY) != null) {
                return fields.toString();
            }
            return payload;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an announcement that is no JSON", broken);
        }
    }
}
