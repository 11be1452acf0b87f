package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.ServiceContracts;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;

/** Lewisham's contract is exactly what Lewisham's clients, its borough client and its desk, may call. */
@OnSuite
class ContractIT {

    private static final List<String> CLIENTS = List.of("lbl-client", "hornbill-lbl");

    private Api api;
    private Suite suite;

    @BeforeEach
    void remember(Api api, Suite suite) {
        this.api = api;
        this.suite = suite;
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
                .contains(new Operation("GET", "/api/v1/tickets/{reference}/sla"))
                .doesNotContain(new Operation("GET", "/api/v1/ticket-events"))
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
        return caller.call(operation.method(), operation.nowhere(), "application/json", BodyPublishers.noBody());
    }

    private Set<Operation> lewishams() {
        return Contract.of(api, "LBL").operations();
    }

    private Set<Operation> all() {
        Set<Operation> all = new TreeSet<>();
        ServiceContracts.of(api, suite).values().forEach(service -> all.addAll(service.operations()));
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }
}
