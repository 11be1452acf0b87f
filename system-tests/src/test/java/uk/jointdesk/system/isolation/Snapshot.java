package uk.jointdesk.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Clients;
import uk.jointdesk.system.operation.Contract;
import uk.jointdesk.system.operation.Moments;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.Possessions;
import uk.jointdesk.system.operation.Registers;
import uk.jointdesk.system.operation.Thing;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;

/** Everything that a partner's clients can read, to the byte, each list with two pages of a walk through it. */
final class Snapshot {

    /** Printed documents carry the moment of their printing; what is printed is in the answers that are text. */
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/problem+json");

    private final Map<String, String> answers = new TreeMap<>();

    private Snapshot() {}

    static Snapshot of(Api api, String partner, Possessions possessions) {
        Snapshot snapshot = new Snapshot();
        Contract contract = Contract.of(api, partner);
        Calls calls = new Calls(api, contract, api.url(""));
        for (Operation operation : contract.operations()) {
            if (operation.reads() && !Registers.isEndless(operation) && !Registers.hasNothing(operation)) {
                contract.roles(operation).forEach(role -> {
                    String client = Clients.of(role, partner);
                    snapshot.read(calls, client, operation, path(api, client, operation, partner, possessions));
                });
            }
        }
        return snapshot;
    }

    private static String path(Api api, String client, Operation operation, String partner, Possessions possessions) {
        Optional<Thing> thing = Thing.namedBy(operation);
        if (thing.isPresent()) {
            return possessions.of(partner, thing.get()).real(operation);
        }
        return operation.namesSomething() ? Registers.anEntry(api, client, operation) : operation.path();
    }

    int size() {
        return answers.size();
    }

    /** The questions to which the answers differ, or that only one of the two asked. */
    Set<String> differences(Snapshot other) {
        Set<String> questions = new TreeSet<>(answers.keySet());
        questions.addAll(other.answers.keySet());
        questions.removeIf(question -> answers.getOrDefault(question, "").equals(other.answers.get(question)));
        return questions;
    }

    /** Both answers to a question, for a message. */
    String both(Snapshot other, String question) {
        return question + "\n before: " + answers.get(question) + "\n after:  " + other.answers.get(question);
    }

    private void read(Calls calls, String client, Operation operation, String path) {
        Answer whole = calls.read(client, operation, path);
        keep(client, whole);
        next(whole).ifPresent(cursor -> keep(client, calls.read(client, operation, path, "cursor=" + cursor)));
        if (isList(whole)) {
            walk(calls, client, operation, path, answer -> keep(client, answer));
        }
    }

    private static void walk(Calls calls, String client, Operation operation, String path, Consumer<Answer> keeper) {
        Answer first = calls.read(client, operation, path, "limit=2");
        keeper.accept(first);
        next(first)
                .ifPresent(cursor -> keeper.accept(calls.read(client, operation, path, "limit=2", "cursor=" + cursor)));
    }

    private void keep(String client, Answer answer) {
        boolean text =
                answer.contentType().startsWith("text/") || TEXT.stream().anyMatch(answer.contentType()::startsWith);
        answers.put(
                client + " " + answer.request(),
                answer.status() + " " + answer.contentType() + " " + answer.etag() + " "
                        + (text ? Moments.without(answer) : ""));
    }

    private static boolean isList(Answer answer) {
        return answer.status() == 200
                && answer.contentType().startsWith("application/json")
                && answer.json().path("items").isArray();
    }

    private static Optional<String> next(Answer answer) {
        JsonNode next = isList(answer) ? answer.json().path("next") : null;
        return next != null && next.isTextual() ? Optional.of(next.asText()) : Optional.empty();
    }
}
