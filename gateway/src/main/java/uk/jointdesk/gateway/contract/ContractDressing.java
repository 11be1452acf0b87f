package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Adds to an assembled contract what no service knows: the fields of its roles, quotas and environments. */
@ApplicationScoped
public class ContractDressing {

    static final String QUOTAS = "x-jointdesk-quotas";
    static final String PURPOSE = "x-jointdesk-quota";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Overlay overlay;
    private final QuotaTerms quotas;
    private final Environments environments;

    @Inject
    public ContractDressing(Config settings, Environments environments) {
        this(Overlay.ofTheSuite(), QuotaTerms.of(settings), environments);
    }

    ContractDressing(Overlay overlay, QuotaTerms quotas, Environments environments) {
        this.overlay = overlay;
        this.quotas = quotas;
        this.environments = environments;
    }

    ObjectNode dress(ObjectNode contract, ContractTerms terms) {
        overlay.apply(contract, terms.roles());
        addServers((ArrayNode) contract.path("servers"));
        if (!quotas.limits().isEmpty()) {
            addQuotas(contract);
        }
        return contract;
    }

    private void addServers(ArrayNode servers) {
        ((ObjectNode) servers.path(0)).put("description", environments.own());
        new TreeMap<>(environments.others()).forEach((name, other) -> servers.addObject()
                .put("url", other.url().toString())
                .put("description", name + ": " + other.description()));
    }

    private void addQuotas(ObjectNode contract) {
        ArrayNode said = ((ObjectNode) contract.path("info")).putArray(QUOTAS);
        quotas.limits().forEach((purpose, limit) -> said.addObject()
                .put("purpose", purpose)
                .put("requests", limit)
                .put("seconds", quotas.window().toSeconds()));
        for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
            path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(operation -> quotas.purposeOf(operation.getKey(), path.getKey())
                            .ifPresent(purpose -> ((ObjectNode) operation.getValue()).put(PURPOSE, purpose)));
        }
    }
}
