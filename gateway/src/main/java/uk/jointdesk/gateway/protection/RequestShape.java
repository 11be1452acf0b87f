package uk.jointdesk.gateway.protection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.route.RouteTable;

/** Refuses requests that two readers could read in two ways, before anybody reads them. */
@ApplicationScoped
public class RequestShape {

    /** After the request has its id, before identity is looked at. */
    private static final int EARLY = 950;

    /** Said twice, the first reader may believe the one and the next reader the other. */
    private static final List<String> SAID_ONCE =
            List.of("host", "authorization", "content-length", "content-type", "idempotency-key");

    private static final Optional<Problem> TOO_OLD =
            Optional.of(new Problem(505, "http-version", "The API speaks HTTP/1.1 and later."));

    private final Problems problems;

    public RequestShape(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        Optional<Problem> problem = isOldWayIntoApi(context) ? TOO_OLD : problemOf(context.request());
        if (problem.isPresent()) {
            problems.answer(context.request(), problem.get());
        } else {
            context.next();
        }
    }

    /** HTTP/1.0 knows no chunks: an answer of unknown length would have to be held in memory. */
    private static boolean isOldWayIntoApi(RoutingContext context) {
        return HttpVersion.HTTP_1_0.equals(context.request().version())
                && context.normalizedPath().startsWith("/api");
    }

    private static Optional<Problem> problemOf(HttpServerRequest request) {
        Optional<String> twice = SAID_ONCE.stream()
                .filter(name -> request.headers().getAll(name).size() > 1)
                .findFirst();
        if (twice.isPresent()) {
            return malformed("The header " + twice.get() + " stands more than once in the request.");
        }
        if (!isFramedByOneRule(request)) {
            return malformed("A body is sent with its length or in chunks, and not encoded otherwise.");
        }
        if (!request.uri().startsWith("/")) {
            return malformed("An address starts with its path.");
        }
        return RouteTable.isPlain(request.path()) ? Optional.empty() : Optional.of(Problem.NOT_FOUND);
    }

    private static boolean isFramedByOneRule(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (encodings.isEmpty()) {
            return true;
        }
        return encodings.size() == 1
                && "chunked".equalsIgnoreCase(encodings.get(0).trim())
                && HttpVersion.HTTP_1_1.equals(request.version())
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static Optional<Problem> malformed(String detail) {
        return Optional.of(new Problem(400, "request-malformed", detail));
    }
}
