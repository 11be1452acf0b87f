package uk.jointdesk.issuer;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose keys a bearer token is held against: those of the council's provider that it names, else those of the suite's
 * own, which no token of anybody else passes. What the token says of its issuer is not believed here; the provider's
 * keys must then prove it.
 */
@ApplicationScoped
public class TenantByIssuer implements TenantConfigResolver {

    private static final String SCHEME = "Bearer ";

    private final Issuers issuers;
    private final TenantConfigBean tenants;
    private final Vertx vertx;
    private final Map<String, IssuerTenant> made = new ConcurrentHashMap<>();

    public TenantByIssuer(Issuers issuers, TenantConfigBean tenants, Vertx vertx) {
        this.issuers = issuers;
        this.tenants = tenants;
        this.vertx = vertx;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        if (issuers.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return bearer(request)
                .flatMap(Payload::of)
                .flatMap(token -> token.text("iss"))
                .flatMap(issuers::named)
                .map(issuer -> made.computeIfAbsent(issuer.name(), first -> new IssuerTenant(issuer, tenants, vertx)))
                .map(IssuerTenant::config)
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static Optional<String> bearer(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(sent -> sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(sent -> sent.substring(SCHEME.length()).trim());
    }
}
