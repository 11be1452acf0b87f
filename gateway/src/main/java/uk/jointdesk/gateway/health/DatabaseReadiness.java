package uk.jointdesk.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether the gateway's own database answers. */
final class DatabaseReadiness implements AsyncHealthCheck {

    private final Supplier<Future<Boolean>> question;

    DatabaseReadiness(Supplier<Future<Boolean>> question) {
        this.question = question;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> question.get()
                        .map(answered -> named("ready").up().build())
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(() -> named("does not answer").down().build());
    }

    private static HealthCheckResponseBuilder named(String state) {
        return HealthCheckResponse.named("gateway-database").withData("state", state);
    }
}
