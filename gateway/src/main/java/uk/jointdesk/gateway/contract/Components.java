package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The components of several services in one document. The same name with the same content is shared; where the content
 * differs, or that of anything it refers to, the later service's component is called after its service.
 */
final class Components {

    private static final String ROOT = "#/components/";

    /** Reference ({@code schemas/Ticket}) to content, over all services taken in so far. */
    private final Map<String, JsonNode> taken = new TreeMap<>();

    /** Takes a service's components in. */
    Names namesOf(ServiceApi api) {
        Map<String, JsonNode> own = new TreeMap<>();
        api.document().path("components").properties().forEach(kind -> {
            if (!"securitySchemes".equals(kind.getKey())) {
                kind.getValue()
                        .properties()
                        .forEach(component -> own.put(kind.getKey() + "/" + component.getKey(), component.getValue()));
            }
        });
        Names names = new Names(renames(api, own));
        own.forEach((reference, content) -> taken.put(names.of(reference), names.rename(content)));
        return names;
    }

    private Map<String, String> renames(ServiceApi api, Map<String, JsonNode> own) {
        Map<String, String> renames = new HashMap<>();
        Set<String> differing = new TreeSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, JsonNode> component : own.entrySet()) {
                if (differs(component, differing) && differing.add(component.getKey())) {
                    renames.put(component.getKey(), prefixed(component.getKey(), api));
                    grew = true;
                }
            }
        }
        return renames;
    }

    private boolean differs(Map.Entry<String, JsonNode> component, Set<String> differing) {
        JsonNode known = taken.get(component.getKey());
        return known != null
                && (!known.equals(component.getValue())
                        || referencesIn(component.getValue()).stream().anyMatch(differing::contains));
    }

    private static String prefixed(String reference, ServiceApi api) {
        int slash = reference.indexOf('/');
        String service = api.service().name();
        String prefix = service.charAt(0) + service.substring(1).toLowerCase(Locale.ROOT);
        return reference.substring(0, slash + 1) + prefix + reference.substring(slash + 1);
    }

    /** Exactly the components that these paths reach, directly or through one another. */
    ObjectNode usedBy(JsonNode paths) {
        Map<String, JsonNode> used = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(referencesIn(paths));
        while (!open.isEmpty()) {
            String reference = open.pop();
            JsonNode content = taken.get(reference);
            if (content != null && used.put(reference, content) == null) {
                open.addAll(referencesIn(content));
            }
        }
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        used.forEach((reference, content) -> {
            int slash = reference.indexOf('/');
            components.withObjectProperty(reference.substring(0, slash)).set(reference.substring(slash + 1), content);
        });
        return components;
    }

    private static Set<String> referencesIn(JsonNode node) {
        Set<String> references = new TreeSet<>();
        for (JsonNode reference : node.findValues("$ref")) {
            if (reference.asText().startsWith(ROOT)) {
                references.add(reference.asText().substring(ROOT.length()));
            }
        }
        return references;
    }

    /** How one service's components are called in the common document. */
    record Names(Map<String, String> renames) {

        String of(String reference) {
            return renames.getOrDefault(reference, reference);
        }

        /** The same content with every reference under its new name. */
        JsonNode rename(JsonNode node) {
            if (node.isObject()) {
                ObjectNode renamed = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(field -> renamed.set(field.getKey(), renameField(field)));
                return renamed;
            }
            if (node.isArray()) {
                ArrayNode renamed = JsonNodeFactory.instance.arrayNode();
                node.forEach(item -> renamed.add(rename(item)));
                return renamed;
            }
            return node;
        }

        private JsonNode renameField(Map.Entry<String, JsonNode> field) {
            String text = field.getValue().asText();
            if ("$ref".equals(field.getKey()) && text.startsWith(ROOT)) {
                return JsonNodeFactory.instance.textNode(ROOT + of(text.substring(ROOT.length())));
            }
            return rename(field.getValue());
        }
    }
}
