package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.jointdesk.gateway.contract.validation.ApiCheck;
import uk.jointdesk.gateway.contract.validation.OperationCheck;
import uk.jointdesk.gateway.route.RouteTable;
import uk.jointdesk.gateway.route.Service;

/** What a service offers: its OpenAPI document and the operations in it, of the resources that are its own. */
public final class ServiceApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Service service;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final ApiCheck check;

    public ServiceApi(Service service, JsonNode document) {
        this.service = service;
        this.document = document;
        this.check = new ApiCheck(document);
        document.path("paths").properties().forEach(path -> addOperations(path.getKey(), path.getValue()));
        operations.sort(Comparator.comparingInt(
                        (Operation operation) -> operation.path().literalLength())
                .reversed()
                .thenComparing(operation -> operation.path().text()));
    }

    private void addOperations(String path, JsonNode item) {
        if (!RouteTable.ownerOf(path).filter(service::equals).isPresent()) {
            return;
        }
        PathTemplate template = new PathTemplate(path);
        item.properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> Operation.of(entry.getKey(), template, entry.getValue()))
                .forEach(operations::add);
    }

    public Service service() {
        return service;
    }

    public JsonNode document() {
        return document;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** What requests for the operation, and answers to them, are held against. */
    public OperationCheck checkOf(Operation operation) {
        return check.of(operation.method(), operation.path().text());
    }

    /** Makes all checks now, so that no request waits for it. */
    void prepare() {
        operations.forEach(this::checkOf);
    }

    /** The operation a request means. */
    public Optional<Match> find(String method, String path) {
        String asked = "HEAD".equals(method) ? "GET" : method;
        return operations.stream()
                .filter(operation -> operation.method().equals(asked))
                .flatMap(operation -> operation.path().read(path).map(values -> new Match(operation, values)).stream())
                .findFirst();
    }

    /** The methods this path knows; empty if there is no such path. */
    public Set<String> methodsOf(String path) {
        Set<String> methods = new TreeSet<>();
        operations.stream()
                .filter(operation -> operation.path().read(path).isPresent())
                .forEach(operation -> methods.add(operation.method()));
        return methods;
    }

    /**
     * An operation found.
     *
     * @param variables values of the path's variables, as they stand in the path
     */
    public record Match(Operation operation, Map<String, String> variables) {}
}
