package uk.jointdesk.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Moments;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.Possessions;
import uk.jointdesk.system.operation.ServiceContracts;
import uk.jointdesk.system.operation.Thing;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.OnSuite;
import uk.jointdesk.system.suite.Together;

/**
 * Every operation of every partner's published contract that names something, put to every other partner's things by
 * each of its clients: the answer is that of a thing which does not exist. A new operation is in the test as soon as a
 * service has it.
 */
@OnSuite
class EveryPairIT {

    private static Api api;
    private static Suite suite;
    private static Possessions possessions;
    private static Map<Part, Contract> services;
    private static final Map<String, Contract> CONTRACTS = new TreeMap<>();

    @BeforeAll
    static void read_the_contracts(Api given, Suite running) {
        api = given;
        suite = running;
        possessions = Possessions.gathered(given);
        Clients.PARTNERS.forEach(partner -> CONTRACTS.put(partner, Contract.of(given, partner)));
        services = ServiceContracts.of(given, running);
    }

    @Test
    void every_operation_finds_of_anothers_things_what_it_finds_of_nobodys() {
        Map<String, String> before = seenByOwners();
        List<Callable<Optional<String>>> attempts = new ArrayList<>();
        pairs((own, other) -> attempts(own, other).forEach(attempt -> attempts.add(attempt::wrong)));

        assertThat(attempts).hasSizeGreaterThan(200);
        assertThat(Together.wrong(attempts)).isEmpty();
        assertThat(seenByOwners()).as("nothing was changed on the way").isEqualTo(before);
    }

    @Test
    void each_service_says_so_by_itself_without_the_gateway() {
        List<Callable<Optional<String>>> attempts = new ArrayList<>();
        pairs((own, other) -> direct(own, other).forEach(attempt -> attempts.add(attempt::wrong)));

        assertThat(attempts).hasSizeGreaterThan(200);
        assertThat(Together.wrong(attempts)).isEmpty();
    }

    @Test
    void operations_outside_the_contract_stay_closed_for_things_that_are_there() {
        List<Callable<Optional<String>>> attempts = new ArrayList<>();
        pairs((own, other) -> outside(own, other).forEach(attempt -> attempts.add(attempt::admitted)));

        assertThat(attempts).hasSizeGreaterThan(100);
        assertThat(Together.wrong(attempts)).isEmpty();
    }

    @Test
    void an_owner_finds_what_others_do_not() {
        for (String partner : Clients.PARTNERS) {
            Set<Thing> found = ownReads(partner)
                    .filter(own -> own.thing().isAt(own.operation()))
                    .peek(own -> own.read().ok())
                    .map(own -> own.thing().thing())
                    .collect(Collectors.toSet());
            assertThat(found).as(partner).containsExactlyInAnyOrder(Thing.values());
        }
    }

    private static void pairs(BiConsumer<String, String> pair) {
        for (String own : Clients.PARTNERS) {
            Clients.PARTNERS.stream().filter(other -> !other.equals(own)).forEach(other -> pair.accept(own, other));
        }
    }

    /** Everything that one partner's clients may try with another's things, or with its own. */
    private static List<Attempt> attempts(String own, String other) {
        Contract contract = CONTRACTS.get(own);
        return attempts(contract.operations(), new Calls(api, contract, api.url("")), own, other);
    }

    /** The same past the gateway, which then shields nobody. */
    private static List<Attempt> direct(String own, String other) {
        List<Attempt> attempts = new ArrayList<>();
        services.forEach((part, service) -> {
            Set<Operation> open = new TreeSet<>(service.operations());
            open.retainAll(CONTRACTS.get(own).operations());
            attempts.addAll(attempts(open, new Calls(api, service, suite.url(part)), own, other));
        });
        return attempts;
    }

    private static List<Attempt> attempts(Set<Operation> operations, Calls calls, String own, String other) {
        List<Attempt> attempts = new ArrayList<>();
        for (Operation operation : operations) {
            Thing.namedBy(operation).ifPresent(thing -> CONTRACTS.get(own).roles(operation).stream()
                    .map(role -> new Attempt(Clients.of(role, own), calls, operation, possessions.of(other, thing)))
                    .forEach(attempts::add));
        }
        return attempts;
    }

    private static List<Attempt> outside(String own, String other) {
        List<Attempt> attempts = new ArrayList<>();
        for (Contract service : services.values()) {
            Calls calls = new Calls(api, service, api.url(""));
            Set<Operation> outside = new TreeSet<>(service.operations());
            outside.removeAll(CONTRACTS.get(own).operations());
            for (Operation operation : outside) {
                Thing.namedBy(operation).ifPresent(thing -> Clients.PARTNER_ROLES.stream()
                        .map(role -> new Attempt(Clients.of(role, own), calls, operation, possessions.of(other, thing)))
                        .forEach(attempts::add));
            }
        }
        return attempts;
    }

    private static Stream<Attempt> ownReads(String partner) {
        return attempts(partner, partner).stream()
                .filter(attempt -> attempt.operation().reads());
    }

    /** What owners read of the kinds of things that a contract lets somebody write to. */
    private static Map<String, String> seenByOwners() {
        Map<String, String> seen = new TreeMap<>();
        for (String partner : Clients.PARTNERS) {
            Set<Thing> writable = attempts(partner, partner).stream()
                    .filter(attempt -> !attempt.operation().reads())
                    .map(attempt -> attempt.thing().thing())
                    .collect(Collectors.toSet());
            ownReads(partner)
                    .filter(own -> writable.contains(own.thing().thing()))
                    .map(Attempt::read)
                    .forEach(answer -> seen.put(answer.request(), seen(answer)));
        }
        assertThat(seen).hasSizeGreaterThan(10);
        return seen;
    }

    private static String seen(Answer answer) {
        return answer.status() + " " + answer.etag() + " " + Moments.without(answer);
    }
}
