package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;

/** Stops a body of unannounced length that grows too long; what announces its length is refused before it is read. */
final class BodyLimit implements ProxyInterceptor {

    private final long limit;
    private final Problems problems;

    BodyLimit(long limit, Problems problems) {
        this.limit = limit;
        this.problems = problems;
    }

    static Problem tooLarge(long limit) {
        return new Problem(413, "too-large", "At most " + limit + " bytes are taken here; larger data is an import.");
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        if (request.getBody() == null || request.getBody().length() >= 0) {
            return context.sendRequest();
        }
        CountedStream counted = new CountedStream(request.getBody().stream(), limit);
        request.setBody(Body.body(counted));
        return context.sendRequest()
                .recover(failure -> counted.exceeded()
                        ? Future.succeededFuture(UpstreamFailures.answer(context, tooLarge(limit), problems))
                        : Future.failedFuture(failure));
    }
}
