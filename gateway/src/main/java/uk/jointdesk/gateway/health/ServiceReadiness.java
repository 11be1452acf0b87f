package uk.jointdesk.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceAnswer;
import uk.jointdesk.gateway.route.ServiceClient;

/** The suite is ready when each of its services says that it is. */
final class ServiceReadiness implements AsyncHealthCheck {

    private final Service service;
    private final ServiceClient services;

    ServiceReadiness(Service service, ServiceClient services) {
        this.service = service;
        this.services = services;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> services.ask(service, "/q/health/ready")
                        .map(this::state)
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(() -> named("does not answer").down().build());
    }

    private HealthCheckResponse state(ServiceAnswer answer) {
        return answer.ok()
                ? named("ready").up().build()
                : named("answers, not ready yet").down().build();
    }

    private org.eclipse.microprofile.health.HealthCheckResponseBuilder named(String state) {
        return HealthCheckResponse.named(service.title()).withData("state", state);
    }
}
