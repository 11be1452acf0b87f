package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/** Lewisham's contract is exactly what Lewisham's clients, its borough client and its desk, may call. */
@OnSuite
class ContractIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<String> CLIENTS = List.of("lbl-client", "hornbill-lbl");

    private Api api;
    private Suite suite;

    @BeforeEach
    void remember(Api api, Suite suite) {
        this.api = api;
        this.suite = suite;
    }

    private record Operation(String method, String path) implements Comparable<Operation> {

        @Override
        public int compareTo(Operation other) {
            return toString().compareTo(other.toString());
        }

        /** The path for something that does not exist, so that a permitted call does no harm. */
        String somewhere() {
            return path.replaceAll("\\{[^}]+}", "LBL-9999999");
        }
    }

    @Test
    void the_contract_is_exactly_what_the_partners_roles_open() {
        Set<Operation> contract = lewishams();
        for (Operation operation : all()) {
            assertThat(isOpenToLewisham(operation)).as("%s", operation).isEqualTo(contract.contains(operation));
        }
    }

    @Test
    void the_contract_has_full_paths_and_nothing_the_services_do_not_have() {
        assertThat(lewishams())
                .isSubsetOf(all())
                .contains(new Operation("get", "/api/v1/tickets/{reference}/sla"))
                .doesNotContain(new Operation("get", "/api/v1/ticket-events"))
                .allMatch(operation -> operation.path().startsWith("/api/v1/"));
    }

    @Test
    void the_contract_of_another_partner_is_not_lewishams_to_read() {
        assertThat(api.as("lbl-client").get("/contracts/LBB/openapi.json").status())
                .isEqualTo(404);
    }

    @Test
    void without_a_token_every_operation_answers_401() {
        for (Operation operation : all()) {
            Answer answer = call(api.nobody(), operation);
            assertThat(answer.isProblem(401)).as("%s", answer).isTrue();
        }
    }

    private boolean isOpenToLewisham(Operation operation) {
        return CLIENTS.stream()
                .anyMatch(client -> call(api.as(client), operation).status() != 403);
    }

    private static Answer call(Api.Caller caller, Operation operation) {
        String method = operation.method().toUpperCase(Locale.ROOT);
        return caller.call(method, operation.somewhere(), "application/json", BodyPublishers.noBody());
    }

    private Set<Operation> lewishams() {
        return operations(api.as("lbl-client").get("/contracts/LBL/openapi.json"));
    }

    /** What the services say of themselves, behind the gateway. */
    private Set<Operation> all() {
        Set<Operation> all = new TreeSet<>();
        for (Part part : List.of(Part.INCIDENT, Part.KPI, Part.FINANCE)) {
            all.addAll(operations(api.nobody().direct(suite.url(part) + "/q/openapi?format=JSON")));
        }
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    private static Set<Operation> operations(Answer document) {
        Set<Operation> operations = new TreeSet<>();
        JsonNode paths = document.ok().path("paths");
        paths.fieldNames()
                .forEachRemaining(path -> paths.path(path).fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        operations.add(new Operation(name, path));
                    }
                }));
        return operations;
    }
}
