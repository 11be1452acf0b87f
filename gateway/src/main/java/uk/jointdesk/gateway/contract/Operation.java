package uk.jointdesk.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One operation of a service, as the service itself describes it.
 *
 * @param method in upper case
 * @param roles who may call it: any one of these; an operation that names none is open to nobody
 */
public record Operation(String method, PathTemplate path, Set<String> roles, JsonNode definition) {

    static Operation of(String method, PathTemplate path, JsonNode definition) {
        return new Operation(method.toUpperCase(Locale.ROOT), path, rolesOf(definition), definition);
    }

    /** {@code GET /api/v1/tickets/{reference}}. */
    public String name() {
        return method + " " + path.text();
    }

    public boolean isOpenTo(Collection<String> callersRoles) {
        return callersRoles.stream().anyMatch(roles::contains);
    }

    /** The scopes of the security requirements, which the services write from their role annotations. */
    private static Set<String> rolesOf(JsonNode definition) {
        Set<String> roles = new TreeSet<>();
        definition
                .path("security")
                .forEach(requirement ->
                        requirement.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText()))));
        return roles;
    }
}
