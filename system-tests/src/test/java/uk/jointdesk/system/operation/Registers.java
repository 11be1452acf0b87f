package uk.jointdesk.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.system.suite.Api;

/** What is named in paths and is nobody's own: the same register for all partners. */
public final class Registers {

    /** An entry of each has a code, by which it is read. */
    private static final Set<String> SHARED = Set.of(
            "/api/v1/partners/{code}",
            "/api/v1/agreements/{code}",
            "/api/v1/calendars/{code}",
            "/api/v1/catalogue/{code}",
            "/api/v1/queues/{codeOrName}",
            "/api/v1/services/{code}",
            "/api/v1/kpis/families/{family}",
            "/api/v1/kpis/{code}",
            "/api/v1/drivers/{code}");

    /** Registers that say which partner they speak of, with the reason why everybody may read that. */
    private static final Map<String, String> NAMING_PARTNERS = Map.of(
            "/api/v1/partners", "who shares the service is public",
            "/api/v1/agreements", "the agreement is one for all who share the service, and says for whom it holds",
            "/api/v1/queues", "a desk must know which council's own team a queue is");

    /** Of these the demo data has none that any council may read; their own tests make some. */
    private static final Map<String, String> NOTHING_THERE = Map.of(
            "/api/v1/packs/{id}", "no pack is published in the demo data; kpi-service's PackIsolationTest does",
            "/api/v1/exit-statements/{id}", "nobody leaves in the demo data; in finance's ReceiptsTest one does");

    private Registers() {}

    public static boolean isShared(Operation operation) {
        return SHARED.stream().anyMatch(operation.path()::startsWith);
    }

    /** It ends when its token does; that it tells nobody else's changes is for incident-service's own tests. */
    public static boolean isEndless(Operation operation) {
        return operation.path().equals("/api/v1/tickets/stream");
    }

    public static boolean hasNothing(Operation operation) {
        return NOTHING_THERE.keySet().stream().anyMatch(operation.path()::startsWith);
    }

    public static boolean namesPartners(Operation operation) {
        return NAMING_PARTNERS.keySet().stream().anyMatch(operation.path()::startsWith);
    }

    /** The path to the first entry that the client can read, or to a part of it. */
    public static String anEntry(Api api, String client, Operation operation) {
        Optional<String> register = SHARED.stream()
                .filter(operation.path()::startsWith)
                .map(place -> place.substring(0, place.indexOf("/{")))
                .findFirst();
        String list = register.orElseThrow();
        JsonNode items = api.as(client).get(list).ok().path("items");
        assertThat(items).as(list).isNotEmpty();
        return Operation.filled(
                operation.path(), variable -> items.path(0).path("code").asText());
    }
}
