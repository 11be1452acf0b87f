package uk.jointdesk.testkit;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The contract that a service generates, asked what it leaves unsaid. */
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String NO_CONTENT = "204";

    private final Map<?, ?> document;

    private Contract(Map<?, ?> document) {
        this.document = document;
    }

    /** @param answer of {@code /q/openapi?format=json} */
    public static Contract of(Response answer) {
        return new Contract(answer.jsonPath().getMap("$"));
    }

    /** An operation as the document describes it. */
    private record Operation(String name, Map<?, ?> definition) {

        Stream<? extends Map.Entry<?, ?>> successes() {
            return part(definition, "responses").entrySet().stream()
                    .filter(answer -> answer.getKey().toString().startsWith("2"));
        }

        boolean isSilent() {
            return successes().findAny().isEmpty() || successes().anyMatch(answer -> !isTold(answer));
        }

        private static boolean isTold(Map.Entry<?, ?> answer) {
            Collection<?> types = part(answer.getValue(), "content").values();
            return types.isEmpty()
                    ? NO_CONTENT.equals(answer.getKey())
                    : types.stream().noneMatch(type -> part(type, "schema").isEmpty());
        }
    }

    /** How many operations there are. */
    public int size() {
        return operations().size();
    }

    /** Operations that do not say what they answer when they succeed, or not of what shape it is. */
    public List<String> silentOperations() {
        return operations().stream()
                .filter(Operation::isSilent)
                .map(Operation::name)
                .toList();
    }

    /** Operations without a name of their own. */
    public List<String> namelessOperations() {
        Set<Object> names = new HashSet<>();
        return operations().stream()
                .filter(operation -> operation.definition().get("operationId") == null
                        || !names.add(operation.definition().get("operationId")))
                .map(Operation::name)
                .toList();
    }

    /** References to schemas that are not there, or that only lead to themselves. */
    public Set<String> brokenReferences() {
        Map<?, ?> schemas = part(part(document, "components"), "schemas");
        Set<String> broken = new TreeSet<>();
        references(document).forEach(reference -> {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (reference.equals(part(schemas, name).get("$ref")) || !schemas.containsKey(name)) {
                broken.add(reference);
            }
        });
        return broken;
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        part(document, "paths").forEach((path, item) -> ((Map<?, ?>) item).forEach((method, definition) -> {
            if (METHODS.contains(method.toString())) {
                operations.add(new Operation(method + " " + path, (Map<?, ?>) definition));
            }
        }));
        return operations;
    }

    private static Stream<String> references(Object node) {
        if (node instanceof Collection<?> list) {
            return list.stream().flatMap(Contract::references);
        }
        if (node instanceof Map<?, ?> fields) {
            Stream<String> own = fields.get("$ref") instanceof String reference ? Stream.of(reference) : Stream.empty();
            return Stream.concat(own, fields.values().stream().flatMap(Contract::references));
        }
        return Stream.empty();
    }

    private static Map<?, ?> part(Object parent, String name) {
        return ((Map<?, ?>) parent).get(name) instanceof Map<?, ?> part ? part : Map.of();
    }
}
