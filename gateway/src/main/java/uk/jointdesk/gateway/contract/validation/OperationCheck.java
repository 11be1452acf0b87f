package uk.jointdesk.gateway.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.gateway.problem.Problem;

/** Holds requests and answers of one operation against what its service says of it; compiled once, used by all. */
public final class OperationCheck {

    private final Parameters parameters;
    private final RequestBody body;
    private final Answers answers;

    private OperationCheck(Parameters parameters, RequestBody body, Answers answers) {
        this.parameters = parameters;
        this.body = body;
        this.answers = answers;
    }

    static OperationCheck of(Schemas schemas, String path, String method) {
        Place operation = Place.of(path, method);
        List<Parameter> declared = new ArrayList<>();
        addParameters(schemas, new Place("/paths").then(path).then("parameters"), declared);
        addParameters(schemas, operation.then("parameters"), declared);
        return new OperationCheck(
                Parameters.of(declared, "get".equals(method)),
                new RequestBody(schemas, operation.then("requestBody"), "patch".equals(method)),
                new Answers(schemas, operation.then("responses")));
    }

    /** Takes everything. */
    static OperationCheck none(Schemas schemas) {
        Place nowhere = new Place("/nowhere");
        return new OperationCheck(
                Parameters.unknown(), new RequestBody(schemas, nowhere, false), new Answers(schemas, nowhere));
    }

    private static void addParameters(Schemas schemas, Place place, List<Parameter> declared) {
        JsonNode list = schemas.read(place);
        for (int i = 0; i < list.size(); i++) {
            declared.add(Parameter.of(schemas, place.then(i)));
        }
    }

    /**
     * The refusal of a request by what stands before its body.
     *
     * @param open whether the path is its own key; such links are passed on with parameters of their carriers
     */
    public Optional<Problem> checkHead(String query, MultiMap headers, boolean open) {
        List<Fault> faults = parameters.check(query, headers, open);
        return faults.isEmpty() ? body.checkType(headers.get("Content-Type")) : Optional.of(Parameters.problem(faults));
    }

    /** Whether a body of this type has to be read before the request may pass. */
    public boolean readsBody(String contentType) {
        return body.isRead(contentType);
    }

    /** The refusal of a request by its body. */
    public Optional<Problem> checkBody(String contentType, byte[] read) {
        return body.check(contentType, read);
    }

    /** Whether an answer of this kind has to be read to be judged. */
    public boolean readsAnswer(int status, String contentType) {
        return answers.isRead(status, contentType);
    }

    /** How an answer breaks the contract without a look at its body. */
    public Optional<String> checkAnswerHead(int status, String contentType) {
        return Optional.ofNullable(answers.checkHead(status, contentType));
    }

    /** Where the body of an answer breaks the contract; empty if it keeps it. */
    public List<Fault> checkAnswer(int status, String contentType, byte[] read) {
        return answers.check(status, contentType, read);
    }
}
