package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.Possessions;
import uk.jointdesk.system.operation.Registers;
import uk.jointdesk.system.operation.Thing;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;
import uk.jointdesk.system.suite.Together;

/**
 * Every list, figure and register that a partner's contract opens, read by each of its clients: nothing in the answers
 * names another partner, or anything that is another's. The operations are those of the published contracts.
 */
@OnSuite
class NobodyElseIT {

    private static final String PARTNER = "partner";

    /** Not found, not the caller's, or broken in some other field, which may be said first. */
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 422);

    private static Api api;
    private static Possessions possessions;
    private static final Map<String, Contract> CONTRACTS = new TreeMap<>();

    @BeforeAll
    static void read_the_contracts(Api given) {
        api = given;
        possessions = Possessions.gathered(given);
        Clients.PARTNERS.forEach(partner -> CONTRACTS.put(partner, Contract.of(given, partner)));
    }

    /** A question of one partner's client that names nothing of anybody's. */
    private record Question(String partner, String client, Calls calls, Operation operation, String path) {

        Answer answer(String... besides) {
            return calls.read(client, operation, path, besides);
        }
    }

    @Test
    void no_answer_names_another_partner_or_what_is_anothers() {
        List<Callable<Optional<String>>> checks = new ArrayList<>();
        for (Question question : questions()) {
            checks.add(() -> answered(question, question.answer()));
        }
        assertThat(checks).hasSizeGreaterThan(100);
        assertThat(Together.wrong(checks)).isEmpty();
    }

    @Test
    void whoever_asks_for_another_partner_by_name_gets_nothing() {
        List<Callable<Optional<String>>> checks = new ArrayList<>();
        for (Question question : questions()) {
            others(question.partner())
                    .forEach(other -> checks.add(() -> refused(question.answer(PARTNER + "=" + other))));
        }
        assertThat(checks).hasSizeGreaterThan(200);
        assertThat(Together.wrong(checks)).isEmpty();
    }

    @Test
    void a_body_that_names_another_partner_is_refused() {
        List<Callable<Optional<String>>> checks = new ArrayList<>();
        CONTRACTS.forEach((partner, contract) -> {
            Calls calls = new Calls(api, contract, api.url(""));
            contract.operations().stream()
                    .filter(operation -> isNamingPartners(contract, operation))
                    .forEach(operation -> others(partner)
                            .forEach(other -> checks.add(() -> named(calls, partner, operation, other))));
        });
        assertThat(checks).hasSizeGreaterThan(10);
        assertThat(Together.wrong(checks)).isEmpty();
    }

    @Test
    void a_ticket_for_another_partner_is_refused_because_it_is_anothers() {
        Answer answer = api.as("lbl-client").post("/api/v1/tickets", """
                {"partner":"LBB","type":"INCIDENT","priority":"P3","title":"Not for me to raise"}""");
        assertThat(answer.isProblem(403)).as("%s", answer).isTrue();
        assertThat(answer.json().path("code").asText()).isEqualTo("partner-not-yours");
    }

    @Test
    void every_operation_of_a_contract_is_put_to_the_test() {
        for (Contract contract : CONTRACTS.values()) {
            for (Operation operation : contract.operations()) {
                int places = Thing.namedBy(operation).isPresent() ? 1 : 0;
                places += Registers.isShared(operation) ? 1 : 0;
                places += Registers.hasNothing(operation) ? 1 : 0;
                assertThat(places)
                        .as("%s is somebody's or shared", operation)
                        .isEqualTo(operation.namesSomething() ? 1 : 0);
            }
        }
    }

    /** A part of a register may have reasons of its own to refuse; it may not speak of others while it does. */
    private static Optional<String> answered(Question question, Answer answer) {
        boolean answered = answer.status() == 200 || (question.operation().namesSomething() && answer.status() < 500);
        return answered ? scan(question).wrong(withoutOwnWords(answer)) : Optional.of("not answered: " + answer);
    }

    private static Scan scan(Question question) {
        Api.Caller caller = api.as(question.client());
        return new Scan(
                foreign(question),
                reference -> caller.get("/api/v1/tickets/" + reference).status() == 200);
    }

    /** The audit trail tells a caller which of its own requests were refused, with the name that it asked for. */
    private static Answer withoutOwnWords(Answer answer) {
        String body = answer.request().contains("/api/v1/audit")
                ? answer.body().replaceAll("\"reference\":\"[^\"]*\"", "\"reference\":\"\"")
                : answer.body();
        return new Answer(answer.request(), answer.status(), answer.contentType(), answer.etag(), body);
    }

    /** The gateway looks for partners in every question, before it looks for parameters that it does not know. */
    private static Optional<String> refused(Answer answer) {
        return answer.isProblem(404) ? Optional.empty() : Optional.of("another partner was asked for: " + answer);
    }

    /** Of a path to somebody's thing the thing decides, whatever the body says. */
    private static boolean isNamingPartners(Contract contract, Operation operation) {
        boolean asksOwn = !operation.namesSomething() || Registers.isShared(operation);
        return asksOwn && !contract.partnersIn(operation).isEmpty();
    }

    private static Optional<String> named(Calls calls, String partner, Operation operation, String other) {
        String client = Clients.of("borough-client", partner);
        Answer answer = calls.send(client, operation, path(client, operation), calls.bodyNaming(operation, other));
        return REFUSED.contains(answer.status())
                ? Optional.empty()
                : Optional.of("another partner is named in a body: " + answer);
    }

    private static Set<String> foreign(Question question) {
        Set<String> foreign = new LinkedHashSet<>();
        for (String other : others(question.partner())) {
            foreign.addAll(possessions.namesOf(other));
            if (!Registers.namesPartners(question.operation())) {
                foreign.add(other);
            }
        }
        return foreign;
    }

    private static List<String> others(String partner) {
        return Clients.PARTNERS.stream().filter(other -> !other.equals(partner)).toList();
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        CONTRACTS.forEach((partner, contract) -> {
            Calls calls = new Calls(api, contract, api.url(""));
            contract.operations().stream()
                    .filter(Operation::reads)
                    .filter(operation -> !Registers.isEndless(operation))
                    .filter(operation -> !operation.namesSomething() || Registers.isShared(operation))
                    .forEach(operation -> contract.roles(operation).forEach(role -> {
                        String client = Clients.of(role, partner);
                        questions.add(new Question(partner, client, calls, operation, path(client, operation)));
                    }));
        });
        return questions;
    }

    private static String path(String client, Operation operation) {
        return operation.namesSomething() ? Registers.anEntry(api, client, operation) : operation.path();
    }
}
