package uk.jointdesk.gateway.proxy;

import io.vertx.httpproxy.ProxyContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a service may stay silent before the caller hears 504. */
@ApplicationScoped
public class Patience {

    private final Duration usual;
    private final Map<String, Duration> ofOperations;

    /**
     * @param usual for every operation that has no row of its own
     * @param ofOperations by operation, as metrics and logs name it
     */
    public Patience(
            @ConfigProperty(name = "jointdesk.proxy.silence") Duration usual,
            @ConfigProperty(name = "jointdesk.proxy.silence-of") Map<String, Duration> ofOperations) {
        this.usual = usual;
        this.ofOperations = Map.copyOf(ofOperations);
    }

    /** Nothing, that is for ever, for an import: its answer comes when its body is durable. */
    long millisFor(ProxyContext context) {
        Admission.Admitted admitted = ((AdmittedRequest) context.request().proxiedRequest()).admitted();
        if (admitted.isImport()) {
            return 0;
        }
        return ofOperations.getOrDefault(admitted.operation().name(), usual).toMillis();
    }
}
