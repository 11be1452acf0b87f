package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts one partner's contract together from what the services say of themselves: exactly the operations its roles may
 * call, with what those refer to, and nothing else. A pure function of its input, so that the same services give the
 * same contract to the byte.
 */
public final class ContractAssembly {

    static final String SCHEME = "jointdesk";

    private final URI server;
    private final URI issuer;

    /**
     * @param server where callers reach the gateway
     * @param issuer the OpenID issuer whose tokens it takes
     */
    public ContractAssembly(URI server, URI issuer) {
        this.server = server;
        this.issuer = issuer;
    }

    public ObjectNode assemble(ContractTerms terms, List<ServiceApi> apis) {
        ObjectNode contract = head(terms);
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        Components components = new Components();
        Set<String> operationIds = new HashSet<>();
        for (ServiceApi api : apis) {
            Components.Names names = components.namesOf(api);
            for (Operation operation : callable(api, terms.roles())) {
                ObjectNode shown = show(operation, terms.roles());
                makeUnique(shown, api, operationIds);
                pathItem(paths, operation, api, names)
                        .set(operation.method().toLowerCase(Locale.ROOT), names.rename(shown));
            }
        }
        contract.set("paths", sorted(paths));
        contract.set("components", components.usedBy(paths));
        ((ObjectNode) contract.get("components")).set("securitySchemes", securitySchemes());
        contract.set("tags", tagsOf(paths, apis));
        return contract;
    }

    private static List<Operation> callable(ServiceApi api, Collection<String> roles) {
        return api.operations().stream()
                .filter(operation -> operation.isOpenTo(roles))
                .sorted(Comparator.comparing(
                                (Operation operation) -> operation.path().text())
                        .thenComparing(Operation::method))
                .toList();
    }

    private ObjectNode head(ContractTerms terms) {
        ObjectNode contract = JsonNodeFactory.instance.objectNode();
        contract.put("openapi", "3.1.0");
        contract.putObject("info")
                .put("title", "Jointdesk for " + terms.partnerName())
                .put("version", Releases.current())
                .put(
                        "description",
                        "What " + terms.partnerName() + " may call with the roles "
                                + terms.rolesInWords()
                                + ". Every figure and ticket is that partner's own. A field that is null means the same as"
                                + " one that is left out, in requests and in answers.")
                .put("x-jointdesk-partner", terms.partner());
        contract.putArray("servers").addObject().put("url", server.toString());
        return contract;
    }

    /** The operation with this contract's roles only, each an alternative. */
    private static ObjectNode show(Operation operation, Collection<String> roles) {
        ObjectNode shown = operation.definition().deepCopy();
        ArrayNode security = shown.putArray("security");
        operation.roles().stream()
                .filter(roles::contains)
                .forEach(role -> security.addObject().putArray(SCHEME).add(role));
        return shown;
    }

    private static void makeUnique(ObjectNode operation, ServiceApi api, Set<String> taken) {
        String id = operation.path("operationId").asText("");
        if (!id.isEmpty() && !taken.add(id)) {
            operation.put("operationId", api.service().name().toLowerCase(Locale.ROOT) + "_" + id);
        }
    }

    /** The path, with the parameters that the service declares for all its operations. */
    private static ObjectNode pathItem(ObjectNode paths, Operation operation, ServiceApi api, Components.Names names) {
        String path = operation.path().text();
        if (paths.has(path)) {
            return (ObjectNode) paths.get(path);
        }
        ObjectNode item = paths.putObject(path);
        JsonNode common = api.document().path("paths").path(path).path("parameters");
        if (common.isArray()) {
            item.set("parameters", names.rename(common));
        }
        return item;
    }

    private static ObjectNode sorted(ObjectNode paths) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        new TreeSet<>(paths.propertyStream().map(Map.Entry::getKey).toList())
                .forEach(path -> sorted.set(path, paths.get(path)));
        return sorted;
    }

    private ObjectNode securitySchemes() {
        ObjectNode schemes = JsonNodeFactory.instance.objectNode();
        schemes.putObject(SCHEME)
                .put("type", "openIdConnect")
                .put("openIdConnectUrl", issuer + "/.well-known/openid-configuration");
        return schemes;
    }

    private static ArrayNode tagsOf(ObjectNode paths, List<ServiceApi> apis) {
        Set<String> names = new TreeSet<>();
        for (JsonNode item : paths) {
            item.forEach(operation -> operation.path("tags").forEach(tag -> names.add(tag.asText())));
        }
        Map<String, String> descriptions = new HashMap<>();
        apis.forEach(api -> api.document()
                .path("tags")
                .forEach(tag -> descriptions.put(
                        tag.path("name").asText(), tag.path("description").asText(""))));
        ArrayNode tags = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> {
            ObjectNode tag = tags.addObject().put("name", name);
            String description = descriptions.getOrDefault(name, "");
            if (!description.isEmpty()) {
                tag.put("description", description);
            }
        });
        return tags;
    }
}
