package uk.jointdesk.gateway.identity;

import java.util.Set;

/**
 * Who is asking, as the verified token says.
 *
 * @param name what a person reads as their own name
 * @param client client through which the caller came; one of a council's own provider is called after it
 * @param token the access token, to be passed on to the services
 * @param roles realm roles
 * @param scope partners
 */
public record Caller(String name, String client, String token, Set<String> roles, Scope scope) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The token never shows in a log. */
    @Override
    public String toString() {
        return name + " " + roles + " " + scope;
    }
}
