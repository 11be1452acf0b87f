package uk.jointdesk.gateway.status;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.database.GatewayDatabase;
import uk.jointdesk.gateway.quota.QuotaSettings;
import uk.jointdesk.gateway.quota.store.LeaseTable;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAnswer;
import uk.jointdesk.gateway.route.ServiceClient;
import uk.jointdesk.gateway.status.domain.Finding;
import uk.jointdesk.gateway.status.domain.SuitePart;

/** Asks each part how it does, in the words that it has for a balancer. */
@ApplicationScoped
class Probes implements Sights {

    private static final long PATIENCE_SECONDS = 10;
    private static final String READINESS = "/q/health/ready";

    private final ServiceClient services;
    private final GatewayDatabase database;
    private final LeaseTable leases;
    private final QuotaSettings quotas;
    private final WebClient web;
    private final String discovery;
    private final Duration late;

    Probes(
            Vertx vertx,
            ServiceClient services,
            GatewayDatabase database,
            LeaseTable leases,
            QuotaSettings quotas,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            @ConfigProperty(name = "jointdesk.status.late") Duration late) {
        this.services = services;
        this.database = database;
        this.leases = leases;
        this.quotas = quotas;
        this.web = WebClient.create(vertx, new WebClientOptions().setTracingPolicy(TracingPolicy.IGNORE));
        this.discovery = issuer.replaceAll("/$", "") + "/.well-known/openid-configuration";
        this.late = late;
    }

    @Override
    public Future<Finding> of(SuitePart part) {
        Future<Finding> found =
                switch (part) {
                    case GATEWAY -> Future.succeededFuture(Finding.up());
                    case INCIDENT -> ask(Service.INCIDENT);
                    case KPI -> ask(Service.KPI);
                    case FINANCE -> ask(Service.FINANCE);
                    case IDENTITY -> askIssuer();
                    case DATABASE -> askDatabase();
                };
        return found.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).otherwise(Finding.down("does not answer"));
    }

    private Future<Finding> ask(Service service) {
        return services.ask(service, READINESS)
                .map(answer -> answer.ok() ? ready(answer) : Finding.degraded("answers, not ready yet"));
    }

    private Finding ready(ServiceAnswer answer) {
        return lag(answer).map(behind -> Finding.figures(behind, late)).orElseGet(Finding::up);
    }

    /** What kpi-service says of its reading of tickets; the other services read none. */
    private static Optional<Duration> lag(ServiceAnswer answer) {
        JsonArray checks = answer.body().toJsonObject().getJsonArray("checks", new JsonArray());
        return checks.stream()
                .map(check -> ((JsonObject) check).getJsonObject("data", new JsonObject()))
                .map(data -> data.getLong("lagSeconds"))
                .filter(Objects::nonNull)
                .map(Duration::ofSeconds)
                .findFirst();
    }

    private Future<Finding> askIssuer() {
        return web.getAbs(discovery)
                .timeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))
                .send()
                .map((HttpResponse<Buffer> answer) ->
                        answer.statusCode() == 200 ? Finding.up() : Finding.degraded("answers " + answer.statusCode()));
    }

    private Future<Finding> askDatabase() {
        return database.run(leases::isThere).map(Finding.up()).otherwise(uncounted());
    }

    private Finding uncounted() {
        return quotas.whenUnavailable() == QuotaSettings.WhenUnavailable.DENY
                ? Finding.down("does not answer; requests that cannot be counted are refused")
                : Finding.degraded("does not answer; requests pass uncounted");
    }
}
