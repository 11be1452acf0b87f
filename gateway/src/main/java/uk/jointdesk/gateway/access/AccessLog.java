package uk.jointdesk.gateway.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.problem.RequestId;

/**
 * One line of JSON for every request, written when it is over, whoever answered it; refusals of the gateway go to
 * {@link Refusals} as well. The category {@code jointdesk.access} has a file of its own.
 */
@ApplicationScoped
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("jointdesk.access");
    private static final int BEFORE_EVERYTHING = 2_000;
    private static final int CALLER_LEFT = 499;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private final ObjectMapper json;
    private final Clock clock;
    private final Refusals refusals;
    private final AccessMetrics metrics;

    public AccessLog(ObjectMapper json, Clock clock, Refusals refusals, AccessMetrics metrics) {
        this.json = json;
        this.clock = clock;
        this.refusals = refusals;
        this.metrics = metrics;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, BEFORE_EVERYTHING);
    }

    private void begin(RoutingContext context) {
        AccessNote note = AccessNote.of(context.request());
        Instant at = clock.instant();
        context.addEndHandler(end -> write(note, at, context.request()));
        context.next();
    }

    private void write(AccessNote note, Instant at, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        int status = response.ended() ? response.getStatusCode() : CALLER_LEFT;
        write(note.over(
                at, RequestId.of(response), methodOf(request), status, request.bytesRead(), response.bytesWritten()));
    }

    /** Writes the line of what could not be read as a request and never came to a route. */
    public void write(AccessNote note, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        write(note.over(clock.instant(), RequestId.of(response), "MALFORMED", response.getStatusCode(), 0, 0));
    }

    private void write(Access access) {
        try {
            LOG.info(json.writeValueAsString(access));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        metrics.count(access);
        if (access.refusal() != null) {
            refusals.add(access);
        }
    }

    /** Callers invent methods; their number must not grow without end. */
    private static String methodOf(HttpServerRequest request) {
        String method = request.method().name();
        return METHODS.contains(method) ? method : "OTHER";
    }
}
