package uk.jointdesk.kit.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import uk.jointdesk.issuer.Bearer;

/** Who is asking, as the token says. Nothing of it is ever taken from a header, a path or a body. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final Instance<ScopeExpansion> expansion;
    private PartnerScope scope;

    public Caller(SecurityIdentity identity, Instance<ScopeExpansion> expansion) {
        this.identity = identity;
        this.expansion = expansion;
    }

    /** The partners of the token, with their sub-bodies where the service knows them. */
    public PartnerScope scope() {
        if (scope == null) {
            PartnerScope claimed = claimedScope();
            scope = expansion.isResolvable() && !claimed.all() ? expansion.get().widen(claimed) : claimed;
        }
        return scope;
    }

    /** The partners of the token as they stand in it. */
    public PartnerScope claimedScope() {
        return Bearer.of(identity)
                .map(bearer -> PartnerScope.of(bearer.partners()))
                .orElse(PartnerScope.NONE);
    }

    /** The client the token was issued to; one of a council's own provider is called after it, {@code lbl/portal}. */
    public String client() {
        return Bearer.of(identity).map(Bearer::client).orElse("anonymous");
    }

    /** The person or service account behind the token: the identity provider's opaque subject, or the client without one. */
    public String subject() {
        return Bearer.of(identity).map(Bearer::subject).orElseGet(this::client);
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }
}
