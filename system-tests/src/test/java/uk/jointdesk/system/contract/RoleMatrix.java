package uk.jointdesk.system.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which role may call which operation, read out of the services' own OpenAPI documents and told as Markdown. */
final class RoleMatrix {

    private static final List<String> ROLES = List.of(
            "borough-client",
            "service-desk",
            "incident-manager",
            "desk-integration",
            "performance-analyst",
            "finance-officer",
            "board-member",
            "auditor",
            "platform-admin",
            "suite-service");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private RoleMatrix() {}

    /** The page for these documents, service name to document. */
    static String page(Map<String, JsonNode> documents) {
        StringBuilder page = new StringBuilder("""
                # Who may call what

                Generated from the services' OpenAPI documents, which take it from the annotations the services enforce; a test
                compares this page with them. A role opens the operation, the token's `partners` decide whose rows it
                touches.
                """);
        documents.forEach((service, document) -> table(page, service, operations(document)));
        return page.toString();
    }

    private static void table(StringBuilder page, String service, List<Operation> operations) {
        page.append("\n## ").append(service).append("\n\n| operation |");
        ROLES.forEach(role -> page.append(' ').append(role).append(" |"));
        page.append("\n|---|").append("---|".repeat(ROLES.size())).append('\n');
        for (Operation operation : operations) {
            page.append("| `").append(operation.name()).append("` |");
            ROLES.forEach(role -> page.append(operation.roles().contains(role) ? " yes |" : "  |"));
            page.append('\n');
        }
    }

    static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(path.getKey(), method.getKey(), roles(method.getValue())));
                    }
                }));
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return operations;
    }

    private static Set<String> roles(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation
                .path("security")
                .forEach(requirement ->
                        requirement.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText()))));
        return roles;
    }

    /** One operation and the roles that open it. */
    record Operation(String path, String method, Set<String> roles) {
        String name() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }
}
