package uk.jointdesk.issuer;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every verified token against what its issuer may say, and reads once who sent it. Nobody gets an identity past
 * this, at the gateway or in a service.
 */
@ApplicationScoped
public class Entitlement implements SecurityIdentityAugmentor {

    private final Issuers issuers;

    public Entitlement(Issuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(() -> entitled(identity));
    }

    private SecurityIdentity entitled(SecurityIdentity identity) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (identity.isAnonymous() || credential == null) {
            return identity;
        }
        Payload token = Payload.of(credential.getToken())
                .filter(Entitlement::isAccessToken)
                .orElseThrow(AuthenticationFailedException::new);
        Optional<ForeignIssuer> foreign = token.text("iss").flatMap(issuers::named);
        if (foreign.isEmpty()) {
            return with(Bearer.ofHome(token), identity.getRoles(), identity);
        }
        Bearer bearer = Bearer.from(foreign.get(), token);
        foreign.get().beyond(bearer.partners(), identity.getRoles()).ifPresent(told -> {
            throw new BeyondIssuer(told);
        });
        return with(bearer, common(identity.getRoles(), foreign.get().roles()), identity);
    }

    /** Keycloak says of each token which kind it is: nobody gets in with one made to sign in, renew or sign out. */
    private static boolean isAccessToken(Payload token) {
        return !token.has("typ")
                || token.text("typ").filter("Bearer"::equalsIgnoreCase).isPresent();
    }

    private static Set<String> common(Set<String> claimed, Set<String> allowed) {
        return claimed.stream().filter(allowed::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static SecurityIdentity with(Bearer bearer, Set<String> roles, SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(roles)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(Bearer.ATTRIBUTE, bearer)
                .addPermissionChecker(identity::checkPermission)
                .build();
    }
}
