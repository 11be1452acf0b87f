package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Changes to the contracts of some roles: what those roles may not send, and will not read, of an operation that others
 * may call as well. Written in the form of the OpenAPI Overlay Specification 1.0.
 */
record Overlay(List<Action> actions) {

    private static final String FILE = "contracts/overlay.yaml";

    /** The overlay that is part of the gateway. */
    static Overlay ofTheSuite() {
        try (InputStream file = Overlay.class.getClassLoader().getResourceAsStream(FILE)) {
            return new YAMLMapper()
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .readValue(file, Overlay.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A contract without the place stays as it is. */
    void apply(ObjectNode contract, Collection<String> roles) {
        actions.stream().filter(action -> action.roles().containsAll(roles)).forEach(action -> action.apply(contract));
    }

    /**
     * @param target {@code $.components.schemas.NewNote.properties.minutes}
     * @param update what is merged into the place; null to change nothing
     * @param remove whether the place goes
     */
    record Action(@JsonProperty("x-roles") Set<String> roles, String target, JsonNode update, boolean remove) {

        Action {
            roles = Set.copyOf(roles);
        }

        /** The place as a JSON pointer. */
        String pointer() {
            return target.replaceFirst("^\\$", "").replace('.', '/');
        }

        private void apply(ObjectNode contract) {
            JsonNode place = contract.at(pointer());
            if (!(place instanceof ObjectNode object)) {
                return;
            }
            if (update instanceof ObjectNode changes) {
                object.setAll(changes.deepCopy());
            }
            if (remove) {
                int last = pointer().lastIndexOf('/');
                ((ObjectNode) contract.at(pointer().substring(0, last)))
                        .remove(pointer().substring(last + 1));
            }
        }
    }
}
