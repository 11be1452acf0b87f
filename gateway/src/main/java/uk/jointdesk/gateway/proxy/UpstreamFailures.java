package uk.jointdesk.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.access.AccessNote;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.RequestId;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceUnavailable;

/** Says in problem+json what went wrong behind the door. */
final class UpstreamFailures implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);
    private static final String SECONDS_OF_REST = "5";

    private final Service service;
    private final Problems problems;

    UpstreamFailures(Service service, Problems problems) {
        this.service = service;
        this.problems = problems;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .map(UpstreamFailures::inOneEncoding)
                .recover(failure -> CallerLeft.isGone(context)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(answer(context, failure)));
    }

    /** An answer in an encoding that the proxy cannot pass on is no answer. */
    private static ProxyResponse inOneEncoding(ProxyResponse response) {
        List<String> encodings = response.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (!encodings.isEmpty() && !List.of("chunked").equals(encodings)) {
            response.release();
            throw new IllegalStateException("the answer is encoded as " + encodings);
        }
        return response;
    }

    private ProxyResponse answer(ProxyContext context, Throwable failure) {
        Problem problem = problemOf(service, failure);
        String id = RequestId.of(context.request().proxiedRequest().response());
        LOG.warnf("%s: %s answers %d for request %s", service.title(), failure, problem.status(), id);
        ProxyResponse answer = answer(context, problem, problems);
        return problem.status() == 503 ? answer.putHeader("Retry-After", SECONDS_OF_REST) : answer;
    }

    static ProxyResponse answer(ProxyContext context, Problem problem, Problems problems) {
        HttpServerRequest asked = context.request().proxiedRequest();
        return write(context.request().release().response(), asked, problem, problems);
    }

    static ProxyResponse write(ProxyResponse answer, HttpServerRequest asked, Problem problem, Problems problems) {
        AccessNote.of(asked).refused(problem.code());
        return answer.setStatusCode(problem.status())
                .setStatusMessage(null)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problems.body(problem, RequestId.of(asked.response()))));
    }

    static Problem problemOf(Service service, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            return new Problem(503, "upstream-busy", service.title() + " has too many requests waiting.");
        }
        if (failure instanceof CircuitBreakerOpenException) {
            return new Problem(
                    503, "upstream-resting", service.title() + " failed several times and is left alone for a moment.");
        }
        if (failure instanceof TimeoutException || failure instanceof ConnectTimeoutException) {
            return new Problem(
                    504,
                    "upstream-silent",
                    service.title() + " did not answer in time; a change it was asked for may yet be made.");
        }
        return new ServiceUnavailable(service, failure).problem();
    }
}
