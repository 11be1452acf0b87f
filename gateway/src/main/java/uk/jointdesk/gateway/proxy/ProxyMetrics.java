package uk.jointdesk.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How long requests through the door took, by service, operation and kind of answer. Operations are those the services
 * describe, so their number is bounded whatever callers send.
 */
@ApplicationScoped
public class ProxyMetrics {

    private static final String NAME = "jointdesk.gateway.requests";

    private final MeterRegistry meters;

    public ProxyMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void watch(RoutingContext request, Admission.Admitted admitted) {
        Timer.Sample sample = Timer.start(meters);
        request.addEndHandler(end -> sample.stop(timer(admitted, outcome(request.response()))));
    }

    private Timer timer(Admission.Admitted admitted, String outcome) {
        return Timer.builder(NAME)
                .tag("service", admitted.service().title())
                .tag("operation", admitted.operation().name())
                .tag("outcome", outcome)
                .register(meters);
    }

    /** {@code 2xx}, or {@code left} if nobody waited for the answer. */
    private static String outcome(HttpServerResponse response) {
        return response.ended() ? response.getStatusCode() / 100 + "xx" : "left";
    }
}
