package uk.jointdesk.gateway.proxy;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.RequestId;
import uk.jointdesk.gateway.route.Service;
import uk.jointdesk.gateway.route.ServiceUnavailable;

/** Says in problem+json what went wrong behind the door. Nothing is tried again: a write might have been done. */
final class UpstreamFailures implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);

    private final Service service;
    private final Problems problems;

    UpstreamFailures(Service service, Problems problems) {
        this.service = service;
        this.problems = problems;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .recover(failure -> CallerLeft.isGone(context)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(answer(context, failure)));
    }

    private ProxyResponse answer(ProxyContext context, Throwable failure) {
        Problem problem = problemOf(service, failure);
        String id = RequestId.of(context.request().proxiedRequest().response());
        LOG.warnf("%s: %s answers %d for request %s", service.title(), failure, problem.status(), id);
        return answer(context, problem, problems);
    }

    static ProxyResponse answer(ProxyContext context, Problem problem, Problems problems) {
        String id = RequestId.of(context.request().proxiedRequest().response());
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problems.body(problem, id)));
    }

    static Problem problemOf(Service service, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            return new Problem(503, "upstream-busy", service.title() + " has too many requests waiting.");
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
