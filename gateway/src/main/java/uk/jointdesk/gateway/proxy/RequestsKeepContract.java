package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.jointdesk.gateway.contract.validation.OperationCheck;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.route.RouteTable;

/**
 * The contract is the list of what may pass: a request with parameters, a media type or a JSON body that its operation
 * does not describe stays outside. Only JSON bodies are held, and none longer than a service reads; imports, streams
 * and files pass as they come.
 */
final class RequestsKeepContract implements ProxyInterceptor {

    private final Whose whose;
    private final ContractMetrics metrics;
    private final Problems problems;
    private final long longest;
    private final Duration patience;
    private final Problem tooLong;
    private final Problem tooSlow;

    /**
     * @param longest JSON body in bytes
     * @param patience how long such a body may take to arrive, all of it
     */
    RequestsKeepContract(Whose whose, ContractMetrics metrics, Problems problems, long longest, Duration patience) {
        this.whose = whose;
        this.metrics = metrics;
        this.problems = problems;
        this.longest = longest;
        this.patience = patience;
        this.tooLong = BodyLimit.tooLarge(longest);
        this.tooSlow = new Problem(
                408,
                "body-late",
                "The body did not arrive within " + patience.toSeconds() + " seconds; send it again.");
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        AdmittedRequest request = (AdmittedRequest) context.request().proxiedRequest();
        OperationCheck check = request.admitted().check();
        Optional<Problem> refused =
                check.checkHead(request.query(), request.headers(), RouteTable.isOpen(request.path()));
        if (refused.isPresent()) {
            return Future.succeededFuture(refuse(context, request, refused.get()));
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean held = check.readsBody(type) && !request.admitted().isImport();
        return held ? judge(context, request, type) : context.sendRequest();
    }

    private Future<ProxyResponse> judge(ProxyContext context, AdmittedRequest request, String type) {
        if (context.request().getBody().length() > longest) {
            return Future.succeededFuture(refuse(context, request, tooLong));
        }
        return Held.of(context.request().getBody().stream(), longest)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .transform(body -> body.succeeded()
                        ? pass(context, request, type, body.result())
                        : unread(body.cause())
                                .map(problem -> Future.succeededFuture(refuse(context, request, problem)))
                                .orElseGet(() -> Future.failedFuture(body.cause())));
    }

    /** Why the body could not be judged, if that was for the caller to avoid. */
    private Optional<Problem> unread(Throwable failure) {
        if (failure instanceof Held.TooLong) {
            return Optional.of(tooLong);
        }
        return failure instanceof TimeoutException ? Optional.of(tooSlow) : Optional.empty();
    }

    private Future<ProxyResponse> pass(ProxyContext context, AdmittedRequest request, String type, Buffer body) {
        context.request().setBody(Body.body(body));
        Optional<Problem> refused = request.admitted().check().checkBody(type, body.getBytes());
        return refused.isEmpty()
                ? context.sendRequest()
                : whose.first(request, refused.get()).map(problem -> refuse(context, request, problem));
    }

    private ProxyResponse refuse(ProxyContext context, AdmittedRequest request, Problem problem) {
        metrics.refused(request.admitted(), problem);
        return UpstreamFailures.answer(context, problem, problems);
    }
}
