package uk.jointdesk.kit.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

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
        return token().map(token -> PartnerScope.of(codes(token.getClaim("partners"))))
                .orElse(PartnerScope.NONE);
    }

    /** The client the token was issued to. */
    public String client() {
        return token().map(token -> token.<Object>getClaim("azp"))
                .map(Caller::text)
                .orElse("anonymous");
    }

    /** The person or service account behind the token: the identity provider's opaque subject, or the client without one. */
    public String subject() {
        return token().map(JsonWebToken::getSubject).orElseGet(this::client);
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    private static List<String> codes(Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(Caller::text).toList();
        }
        return claim == null ? List.of() : List.of(text(claim));
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
