package uk.jointdesk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import uk.jointdesk.gateway.contract.validation.Fault;
import uk.jointdesk.gateway.contract.validation.OperationCheck;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.RequestId;

/**
 * Holds a sample of the answers against the contract. One that breaks it is logged and counted, and passes all the
 * same: the caller asked rightly. Where the suite is tested it becomes an error, so that nobody overlooks it.
 */
final class AnswersKeepContract implements ProxyInterceptor {

    private static final Problem BROKEN =
            new Problem(500, "answer-breaks-contract", "The service answered what its contract does not say.");
    private static final int NOT_MODIFIED = 304;

    private final ContractMetrics metrics;
    private final Problems problems;
    private final AnswerSampling sampling;

    AnswersKeepContract(ContractMetrics metrics, Problems problems, AnswerSampling sampling) {
        this.metrics = metrics;
        this.problems = problems;
        this.sampling = sampling;
    }

    /** What comes back from here on has been said by the service, not by the door. */
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().onSuccess(answer -> context.set(getClass().getName(), Boolean.TRUE));
    }

    /** The service broke off, and what is answered now is the door's own word. */
    static void saidByTheDoor(ProxyContext context) {
        context.set(AnswersKeepContract.class.getName(), null);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        AdmittedRequest request = (AdmittedRequest) context.request().proxiedRequest();
        return isJudged(context, request) ? judge(context, request) : context.sendResponse();
    }

    private boolean isJudged(ProxyContext context, AdmittedRequest request) {
        return context.get(getClass().getName(), Boolean.class) != null
                && context.response().getStatusCode() != NOT_MODIFIED
                && !HttpMethod.HEAD.equals(request.method())
                && ThreadLocalRandom.current().nextDouble() < sampling.sample();
    }

    private Future<Void> judge(ProxyContext context, AdmittedRequest request) {
        ProxyResponse answer = context.response();
        int status = answer.getStatusCode();
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        OperationCheck check = request.admitted().check();
        Optional<String> head = check.checkAnswerHead(status, type);
        if (head.isPresent()) {
            return broken(context, request, head.get());
        }
        if (!check.readsAnswer(status, type) || answer.getBody() == null) {
            return context.sendResponse();
        }
        return sampling.refuse() ? hold(context, request, type) : passAndLook(context, request, type);
    }

    /** The caller waits for nothing: the answer passes and is judged afterwards. */
    private Future<Void> passAndLook(ProxyContext context, AdmittedRequest request, String type) {
        ProxyResponse answer = context.response();
        int status = answer.getStatusCode();
        Body body = answer.getBody();
        Copied copied = new Copied(body.stream(), sampling.longest(), whole -> {
            List<Fault> faults = request.admitted().check().checkAnswer(status, type, whole.getBytes());
            if (!faults.isEmpty()) {
                metrics.broken(request.admitted(), status, faults.toString());
            }
        });
        answer.setBody(Body.body(copied, body.length()));
        return context.sendResponse();
    }

    private Future<Void> hold(ProxyContext context, AdmittedRequest request, String type) {
        ProxyResponse answer = context.response();
        return Held.of(answer.getBody().stream(), Integer.MAX_VALUE).compose(whole -> {
            answer.setBody(Body.body(whole));
            List<Fault> faults = request.admitted().check().checkAnswer(answer.getStatusCode(), type, whole.getBytes());
            return faults.isEmpty() ? context.sendResponse() : broken(context, request, faults.toString());
        });
    }

    private Future<Void> broken(ProxyContext context, AdmittedRequest request, String how) {
        ProxyResponse answer = context.response();
        metrics.broken(request.admitted(), answer.getStatusCode(), how);
        if (sampling.refuse()) {
            Buffer said = problems.body(BROKEN, RequestId.of(request.response()));
            answer.setStatusCode(BROKEN.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .setBody(Body.body(said));
        }
        return context.sendResponse();
    }
}
