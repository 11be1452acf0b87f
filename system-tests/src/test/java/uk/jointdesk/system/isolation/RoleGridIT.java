package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.ServiceContracts;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;
import uk.jointdesk.system.suite.Together;

/**
 * The page of roles is what happens: every role at every operation, at the gateway and again at the service itself, as
 * somebody would call it who had got behind the gateway. Permitted calls are such that they do nothing.
 */
@OnSuite
class RoleGridIT {

    /** The link of a survey is its own key; no role opens it. */
    private static final String OWN_KEY = "/api/v1/feedback/{token}";

    /** Nothing reads this as a body; what has no body does not look at it. */
    private static final String BROKEN = "{";

    /** They start work of their own accord and read no body, so whoever may call them is not made to. */
    private static final Set<Operation> AT_WORK = Set.of(new Operation("POST", "/api/v1/restatements/scan"));

    private static Api api;
    private static Suite suite;
    private static Map<Part, Contract> services;
    private static RoleTable table;

    @BeforeAll
    static void read_the_table(Api given, Suite running) {
        api = given;
        suite = running;
        services = ServiceContracts.of(given, running);
        table = RoleTable.published();
    }

    @Test
    void a_client_of_the_realm_has_every_role() {
        Set<String> held = new TreeSet<>();
        Clients.ROLES.values().forEach(held::addAll);
        assertThat(held).isEqualTo(table.roles());
    }

    @Test
    void the_gateway_opens_to_each_role_what_the_page_says() {
        assertThat(Together.wrong(grid((service, path) -> api.url(path)))).isEmpty();
    }

    @Test
    void each_service_does_so_by_itself() {
        assertThat(Together.wrong(grid((service, path) -> suite.url(service) + path)))
                .isEmpty();
    }

    private interface Door {
        String url(Part service, String path);
    }

    private static Collection<Callable<Optional<String>>> grid(Door door) {
        List<Callable<Optional<String>>> checks = new ArrayList<>();
        Set<Operation> known = new TreeSet<>();
        services.forEach((service, contract) -> contract.operations().stream()
                .filter(operation -> !operation.path().equals(OWN_KEY))
                .filter(known::add)
                .forEach(operation -> {
                    String url = door.url(service, operation.nowhere());
                    String type = mediaType(contract, operation);
                    Clients.ROLES.forEach(
                            (client, roles) -> checks.add(() -> wrong(client, roles, operation, type, url)));
                }));
        assertThat(known).isEqualTo(withRoles());
        return checks;
    }

    private static Set<Operation> withRoles() {
        Set<Operation> all = new TreeSet<>(table.opened().keySet());
        all.removeIf(operation -> operation.path().equals(OWN_KEY));
        return all;
    }

    private static Optional<String> wrong(
            String client, Set<String> roles, Operation operation, String mediaType, String url) {
        boolean open = table.opened().get(operation).stream().anyMatch(roles::contains);
        if (open && AT_WORK.contains(operation)) {
            return Optional.empty();
        }
        // What is streamed would not end for who may read it; who may not must be told whatever is asked for.
        String accept = open ? "application/json" : "*/*";
        var body = operation.reads() ? BodyPublishers.noBody() : BodyPublishers.ofString(BROKEN);
        Answer answer = api.as(client).direct(operation.method(), url, mediaType, body, "Accept", accept);
        return judged(client, operation, open, answer);
    }

    private static Optional<String> judged(String client, Operation operation, boolean open, Answer answer) {
        boolean refused = Refusals.isOfRoles(answer);
        boolean right = open ? !refused && answer.status() != 401 && answer.status() < 500 : refused;
        return right
                ? Optional.empty()
                : Optional.of(
                        "%s, %s, should be %s: %s".formatted(client, operation, open ? "let in" : "refused", answer));
    }

    private static String mediaType(Contract contract, Operation operation) {
        return contract.bodies(operation).keySet().stream().findFirst().orElse("application/json");
    }
}
