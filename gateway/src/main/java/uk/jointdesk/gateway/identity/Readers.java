package uk.jointdesk.gateway.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.jointdesk.gateway.access.AccessNote;

/** Who reads a page that is open to everybody. */
@ApplicationScoped
public class Readers {

    private final IdentityProviderManager identities;

    public Readers(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Nobody, if it cannot be found out: the page must open while the identity provider is down. */
    public Uni<Optional<Caller>> of(RoutingContext request) {
        // Quarkus would answer a bad token itself, with an empty body.
        request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(request, identities)
                .map(identity -> known(request, identity))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Optional<Caller> known(RoutingContext request, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        Caller caller = Callers.of(identity);
        AccessNote.of(request.request()).caller(caller.client(), caller.scope().text());
        return Optional.of(caller);
    }
}
