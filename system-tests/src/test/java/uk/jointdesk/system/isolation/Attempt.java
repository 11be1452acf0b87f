package uk.jointdesk.system.isolation;

import java.util.Optional;
import uk.jointdesk.system.operation.Calls;
import uk.jointdesk.system.operation.Operation;
import uk.jointdesk.system.operation.Possession;
import uk.jointdesk.system.suite.Answer;

/** Somebody's client, an operation, and something that is somebody else's. */
record Attempt(String client, Calls calls, Operation operation, Possession thing) {

    /** Wrong unless the answer is a refusal, and to the byte the same as for what is nobody's. */
    Optional<String> wrong() {
        return calls.bodies(operation).stream()
                .map(this::wrong)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> wrong(String body) {
        Answer real = answer(thing.real(operation), body);
        Answer imaginary = answer(thing.imaginary(operation), body);
        boolean same = told(real, thing.path()).equals(told(imaginary, thing.imaginary()));
        return same && real.isProblem(404)
                ? Optional.empty()
                : Optional.of(
                        "%s %s\n of another's: %s\n of nobody's: %s".formatted(client, operation, real, imaginary));
    }

    private Answer answer(String path, String body) {
        return operation.reads() ? calls.read(client, operation, path) : calls.send(client, operation, path, body);
    }

    /** As its owner reads it. */
    Answer read() {
        return calls.read(client, operation, thing.real(operation));
    }

    /** Wrong unless it is refused because of the client's roles, though the thing is there. */
    Optional<String> admitted() {
        Answer answer = calls.send(client, operation, thing.real(operation), "");
        return Refusals.isOfRoles(answer)
                ? Optional.empty()
                : Optional.of("%s %s is outside the contract: %s".formatted(client, operation, answer));
    }

    /** An answer but for what differs by nature: the request's id, and the caller's own name for what it asked for. */
    private static String told(Answer answer, String asked) {
        String body = answer.body()
                .replaceAll("\"requestId\":\"[^\"]*\"", "")
                .replace(asked.substring(asked.lastIndexOf('/') + 1), "");
        return answer.status() + " " + answer.contentType() + " " + answer.etag() + " " + body;
    }
}
