package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.local.Part;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.SmallestBody;

/**
 * An operation with a request that keeps its contract, from which the others are made.
 *
 * @param base that request, without a token
 * @param fitting the JSON body that fits; null where none is taken
 * @param cursor of the second page of the list that is read; empty where there is none
 */
record Subject(Described described, Freedom freedom, Request base, JsonNode fitting, Optional<String> cursor) {

    /** Of no version that anything ever has. */
    static final String NEVER = "\"987654321\"";

    private static final String NOT_OURS = "{\"nonsense\":true}";

    /** An operation as its service describes it. */
    record Described(Part service, Contract contract, ContractRule rule, Operation operation) {

        boolean takes(String where, String name) {
            return contract.parameters(operation).stream()
                    .anyMatch(one -> one.path("in").asText().equals(where)
                            && one.path("name").asText().equalsIgnoreCase(name));
        }

        List<JsonNode> query() {
            return contract.parameters(operation).stream()
                    .filter(one -> one.path("in").asText().equals("query"))
                    .toList();
        }

        /** Pages are refused with pages. */
        boolean isPage() {
            return !operation.path().startsWith("/api/");
        }

        boolean takesBody() {
            return !contract.bodies(operation).isEmpty();
        }

        boolean takesJson() {
            return takesBody() && mediaType().endsWith("json");
        }

        String mediaType() {
            return contract.bodies(operation).keySet().iterator().next();
        }

        JsonNode schema() {
            return contract.bodies(operation).get(mediaType());
        }
    }

    static Subject of(Described described, String path) {
        Operation operation = described.operation();
        Freedom freedom = Freedom.of(described);
        List<String> query = new Calls(null, described.contract(), "").required(operation);
        Request base = Request.of(operation.method(), query.isEmpty() ? path : path + "?" + String.join("&", query))
                .with("Accept", described.isPage() ? "text/html, */*" : "*/*");
        if (described.takes("header", "If-Match")) {
            base = base.with("If-Match", NEVER);
        }
        if (!described.takesBody()) {
            return new Subject(described, freedom, base, null, Optional.empty());
        }
        base = base.with("Content-Type", described.mediaType());
        if (!described.takesJson()) {
            return new Subject(described, freedom, base.carrying("x"), null, Optional.empty());
        }
        JsonNode fitting = new SmallestBody(described.contract()).of(described.schema());
        String body = freedom == Freedom.GUARDED ? NOT_OURS : fitting.toString();
        return new Subject(described, freedom, base.carrying(body), fitting, Optional.empty());
    }

    Subject after(String next) {
        return new Subject(described, freedom, base, fitting, Optional.of(next));
    }

    Operation operation() {
        return described.operation();
    }

    boolean hasJson() {
        return fitting != null;
    }

    Draft draft() {
        return new Draft(fitting, new SmallestBody(described.contract()));
    }

    List<Place> places() {
        return Place.in(described.contract(), described.schema());
    }

    Mutant body(Category category, String what, byte[] body) {
        boolean broken = described.rule().isBrokenBy(operation(), body);
        return new Mutant(category, what, base.carrying(body), broken);
    }
}
