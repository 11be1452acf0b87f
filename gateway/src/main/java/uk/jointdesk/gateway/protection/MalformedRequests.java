package uk.jointdesk.gateway.protection;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.jointdesk.gateway.access.AccessLog;
import uk.jointdesk.gateway.access.AccessNote;
import uk.jointdesk.gateway.identity.SecurityHeaders;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.RequestId;
import uk.jointdesk.wire.HeadLate;
import uk.jointdesk.wire.WireGuard;
import uk.jointdesk.wire.WireLimits;

/** Answers what could not be read as a request; nothing of it reaches a route, and the connection ends. */
@ApplicationScoped
public class MalformedRequests implements Handler<HttpServerRequest> {

    private final WireLimits limits;
    private final Problems problems;
    private final SecurityHeaders headers;
    private final AccessLog log;

    public MalformedRequests(
            @ConfigProperty(name = "jointdesk.wire.line") int line,
            @ConfigProperty(name = "jointdesk.wire.headers") int headerBytes,
            @ConfigProperty(name = "jointdesk.wire.head") Duration head,
            @ConfigProperty(name = "jointdesk.wire.linger") Duration linger,
            Problems problems,
            SecurityHeaders headers,
            AccessLog log) {
        this.limits = new WireLimits(line, headerBytes, head, linger);
        this.problems = problems;
        this.headers = headers;
        this.log = log;
    }

    void start(@Observes StartupEvent started) {
        WireGuard.keep(limits, this);
    }

    void stop(@Observes ShutdownEvent stopping) {
        WireGuard.release();
    }

    @Override
    public void handle(HttpServerRequest request) {
        AccessNote note = AccessNote.of(request);
        RequestId.settle(request);
        headers.say(request.response());
        problems.answer(request, problemOf(request.decoderResult().cause()));
        log.write(note, request);
        request.connection().close();
    }

    private Problem problemOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new Problem(414, "uri-too-long", "The address is longer than " + limits.line() + " bytes.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return new Problem(431, "headers-too-large", "The headers are longer than " + limits.headers() + " bytes.");
        }
        if (cause instanceof HeadLate) {
            return new Problem(
                    408,
                    "request-late",
                    "The headers did not arrive within " + limits.head().toSeconds() + " seconds.");
        }
        return new Problem(400, "request-malformed", "This is not a request as HTTP/1.1 defines it.");
    }
}
