package uk.jointdesk.gateway.session;

import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import uk.jointdesk.issuer.Payload;

/**
 * Reads logout tokens of the provider that pages sign in at, as OpenID Connect Back-Channel Logout 1.0 says in section
 * 2.6: signed with its keys, from it, for us, still valid, and saying nothing but that a session has ended.
 */
@ApplicationScoped
public class LogoutTokens {

    private static final String PAGES = "web";
    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

    private final TenantConfigBean tenants;

    public LogoutTokens(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /** The session that ended; empty if this is no logout token for us. Fails while the provider's keys are unknown. */
    Uni<Optional<EndedSession>> read(String token) {
        return tenants.getStaticTenant(PAGES)
                .initialize()
                .map(TenantConfigContext::provider)
                .flatMap(provider -> isSigned(provider, token))
                .map(signed -> signed ? Payload.of(token).flatMap(LogoutTokens::ended) : Optional.empty());
    }

    /** A key that is not known may be a new one; they are fetched again, at most once in ten minutes. */
    private static Uni<Boolean> isSigned(OidcProvider provider, String token) {
        try {
            provider.verifyLogoutJwtToken(token);
            return Uni.createFrom().item(true);
        } catch (InvalidJwtException refused) {
            if (!(refused.getCause() instanceof UnresolvableKeyException)) {
                return Uni.createFrom().item(false);
            }
            return provider.refreshJwksAndVerifyJwtToken(token, true, false, null)
                    .replaceWith(true)
                    .onFailure()
                    .recoverWithItem(false);
        }
    }

    private static Optional<EndedSession> ended(Payload token) {
        Optional<String> session = token.text("sid");
        Optional<String> subject = token.text("sub");
        Optional<Long> issued = token.number("iat");
        Optional<String> id = token.text("jti");
        boolean says = token.has("events", LOGOUT) && !token.has("nonce") && issued.isPresent() && id.isPresent();
        if (!says || (session.isEmpty() && subject.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new EndedSession(
                id.get(), session.orElse(null), subject.orElse(""), Instant.ofEpochSecond(issued.get())));
    }
}
