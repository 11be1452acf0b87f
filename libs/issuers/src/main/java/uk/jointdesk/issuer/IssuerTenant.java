package uk.jointdesk.issuer;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * How the tokens of one council's provider are verified. The provider is looked for when the first token names it;
 * while it is down it is asked once in a few seconds however many tokens name it, and those who sent them hear at once.
 */
final class IssuerTenant {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OidcTenantConfig config;
    private final TenantConfigBean tenants;
    private final HttpClient http;
    private final Uni<Boolean> answers;

    IssuerTenant(ForeignIssuer issuer, TenantConfigBean tenants, Vertx vertx) {
        this.config = config(issuer);
        this.tenants = tenants;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
        String description = issuer.url().replaceAll("/$", "") + DISCOVERY;
        this.answers = Uni.createFrom()
                .completionStage(() -> ask(description).toCompletionStage())
                .onFailure()
                .transform(down -> new OIDCException("the provider " + issuer.name() + " does not answer", down))
                .memoize()
                .forFixedDuration(REST);
    }

    /** The tenant; fails with an {@link OIDCException} while the provider cannot be reached. */
    Uni<OidcTenantConfig> config() {
        boolean known = tenants.getDynamicTenant(config.tenantId().orElseThrow()) != null;
        return known ? Uni.createFrom().item(config) : answers.emitOn(here()).replaceWith(config);
    }

    /** A request goes on where it came in, whoever asked the provider first. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(go -> task.run());
    }

    private Future<Boolean> ask(String description) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(description)
                .setTimeout(PATIENCE.toMillis());
        return http.request(request)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body().map(read -> true)
                        : Future.failedFuture("status " + answer.statusCode()));
    }

    private static OidcTenantConfig config(ForeignIssuer issuer) {
        return OidcTenantConfig.authServerUrl(issuer.url())
                .tenantId("issuer-" + issuer.name())
                .applicationType(ApplicationType.SERVICE)
                .connectionTimeout(PATIENCE)
                .roles()
                .roleClaimPath(issuer.roleClaim())
                .end()
                .token()
                .issuer(issuer.url())
                .audience(List.copyOf(issuer.audience()))
                .subjectRequired()
                .allowOpaqueTokenIntrospection(false)
                .allowJwtIntrospection(false)
                .end()
                .build();
    }
}
