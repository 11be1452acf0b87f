package uk.jointdesk.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.Possession;
import uk.jointdesk.system.operation.Possessions;
import uk.jointdesk.system.operation.Registers;
import uk.jointdesk.system.operation.ServiceContracts;
import uk.jointdesk.system.operation.Thing;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;

/** Every operation of the gateway and of the services, with a request about something that is there where that is harmless. */
final class Subjects {

    private static final String PARTNER = "LBL";
    /** Reads every register. */
    private static final String READER = "auditor";

    private static final String TICKET = """
            {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"Of no consequence","category":"Hardware/Screen",
             "queue":"Service Desk"}""";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    /** What path variables may be called where nothing is owned by anybody. */
    private static final Map<String, String> PLAUSIBLE = Map.of(
            "partner", PARTNER,
            "financialYear", "2020-21",
            "period", "1",
            "number", "1",
            "code", "BASE",
            "ending", "pdf",
            "watcher", "somebody");

    private final Api api;
    private final Suite suite;
    private final Possessions possessions;
    private final String ticket;

    Subjects(Api api, Suite suite) {
        this.api = api;
        this.suite = suite;
        this.possessions = Possessions.gathered(api);
        this.ticket = api.as("desk")
                .post("/api/v1/tickets", TICKET)
                .ok()
                .path("reference")
                .asText();
    }

    List<Subject> all() {
        List<Subject> all = new ArrayList<>(of(Part.GATEWAY, GatewayContract.contract()));
        ServiceContracts.of(api, suite).forEach((service, contract) -> all.addAll(of(service, contract)));
        return all;
    }

    private List<Subject> of(Part service, Contract contract) {
        ContractRule rule = new ContractRule(contract);
        List<Subject> subjects = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            Subject.Described described = new Subject.Described(service, contract, rule, operation);
            Subject subject = Subject.of(described, path(described));
            subjects.add(second(subject).map(subject::after).orElse(subject));
        }
        return subjects;
    }

    private String path(Subject.Described described) {
        Operation operation = described.operation();
        Freedom freedom = Freedom.of(described);
        Optional<Thing> thing = Thing.namedBy(operation);
        if (thing.isPresent()) {
            Possession one = possessions.of(PARTNER, thing.get());
            if (!operation.reads() && thing.get() == Thing.TICKET) {
                return Thing.TICKET.at(ticket) + Operation.filled(Thing.TICKET.restOf(operation), any -> NOTHING);
            }
            return freedom == Freedom.NOWHERE ? one.imaginary(operation) : one.real(operation);
        }
        if (Registers.isShared(operation) && freedom != Freedom.NOWHERE) {
            return Registers.anEntry(api, READER, operation);
        }
        boolean there = freedom == Freedom.FREE;
        return Operation.filled(
                operation.path(), variable -> there ? PLAUSIBLE.getOrDefault(variable, NOTHING) : absent(variable));
    }

    private static String absent(String variable) {
        return switch (variable) {
            case "financialYear" -> "1991-92";
            case "partner" -> "XXX";
            case "period", "number" -> "1";
            default -> NOTHING;
        };
    }

    /** The cursor of the second page, of a list that has one. */
    private Optional<String> second(Subject subject) {
        boolean list = subject.operation().reads() && subject.described().takes("query", "cursor");
        if (!list || subject.described().service() == Part.GATEWAY) {
            return Optional.empty();
        }
        String client = clients(subject).get(0);
        Contract contract = subject.described().contract();
        Answer page = new Calls(api, contract, suite.url(subject.described().service()))
                .read(client, subject.operation(), subject.base().path(), "limit=1");
        boolean read = page.status() == 200 && page.contentType().startsWith("application/json");
        JsonNode next = read ? page.json().path("next") : null;
        return next != null && next.isTextual() ? Optional.of(next.asText()) : Optional.empty();
    }

    /** Clients of the realm whose roles open the operation; all of them where no role is asked for. */
    static List<String> clients(Subject subject) {
        Set<String> roles = subject.described().contract().roles(subject.operation());
        return Clients.ROLES.entrySet().stream()
                .filter(client -> roles.isEmpty() || client.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
