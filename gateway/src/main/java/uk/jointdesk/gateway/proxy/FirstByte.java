package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.RequestId;
import uk.jointdesk.gateway.route.Service;

/**
 * Waits for the first byte of a service's answer before it begins the caller's. A service that announces an answer and
 * dies before it gives any of it can then still be told of in problem+json; Vert.x would send nothing before the first
 * byte in any case.
 */
final class FirstByte implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(FirstByte.class);

    private final Service service;
    private final Problems problems;

    FirstByte(Service service, Problems problems) {
        this.service = service;
        this.problems = problems;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        Body body = response.getBody();
        if (body == null || hasNone(context)) {
            return context.sendResponse();
        }
        BegunStream begun = new BegunStream(body.stream());
        Future<Void> first = begun.begin();
        BrokenOff.why(context).ifPresent(begun::breakOff);
        return first.onSuccess(has -> response.setBody(Body.body((ReadStream<Buffer>) begun, body.length())))
                .recover(failure -> {
                    tell(context, failure);
                    return Future.succeededFuture();
                })
                .compose(ready -> context.sendResponse());
    }

    /** To a HEAD nothing follows the head, whatever length it announces. */
    private static boolean hasNone(ProxyContext context) {
        return HttpMethod.HEAD.equals(context.request().getMethod())
                || context.response().getBody().length() == 0;
    }

    private void tell(ProxyContext context, Throwable failure) {
        Problem problem = UpstreamFailures.problemOf(service, failure);
        String id = RequestId.of(context.request().proxiedRequest().response());
        LOG.warnf("%s broke off its answer to request %s: %s", service.title(), id, failure);
        AnswersKeepContract.saidByTheDoor(context);
        context.response().release();
        UpstreamFailures.write(context.response(), context.request().proxiedRequest(), problem, problems);
    }
}
