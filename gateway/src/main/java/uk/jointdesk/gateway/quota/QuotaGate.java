package uk.jointdesk.gateway.quota;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;
import uk.jointdesk.gateway.quota.domain.Purpose;
import uk.jointdesk.gateway.quota.domain.QuotaKey;
import uk.jointdesk.gateway.quota.domain.Verdict;

/**
 * Lets each client make so many requests for each purpose, whatever becomes of them: guessing at other people's tickets
 * costs as much as reading one's own. Tells in the words of draft-ietf-httpapi-ratelimit-headers what is left.
 */
@ApplicationScoped
public class QuotaGate {

    private static final Problem EXHAUSTED = new Problem(
            429, "quota-exhausted", "The quota of this client for this purpose is used up until its window ends.");
    private static final Problem UNAVAILABLE =
            new Problem(503, "quota-unavailable", "Requests cannot be counted at the moment; try again shortly.");
    private static final Problem TOO_MANY_AT_ONCE =
            new Problem(429, "too-many-at-once", "Wait for the answers to some requests before sending more.");
    /** Those who need no token share one quota. */
    private static final String ANYBODY = "anybody";

    private final Meters meters;
    private final QuotaSettings settings;
    private final Underway underway;
    private final Underway imports;

    public QuotaGate(Meters meters, QuotaSettings settings) {
        this.meters = meters;
        this.settings = settings;
        this.underway = new Underway(settings.atOnce());
        this.imports = new Underway(settings.importsAtOnce());
    }

    /**
     * Counts the request; fails with a {@link Refusal} if it may not pass.
     *
     * @param caller null on a path that is open to everybody
     */
    public Future<Void> pass(Caller caller, RoutingContext request) {
        HttpServerRequest asked = request.request();
        String client = caller == null ? ANYBODY : caller.client();
        String counted =
                caller == null ? ANYBODY : client + " " + caller.scope().text();
        Purpose purpose = Purpose.of(asked.method().name(), asked.path());
        if (purpose != Purpose.STREAM && !enter(purpose, counted, request)) {
            return refuse(TOO_MANY_AT_ONCE, 1, asked.response().headers());
        }
        Promise<Verdict> verdict = Promise.promise();
        Context here = Vertx.currentContext();
        meters.of(client, new QuotaKey(counted, purpose)).take(answer -> complete(here, verdict, answer));
        return verdict.future()
                .compose(answer -> judge(answer, purpose, asked.response().headers()));
    }

    private boolean enter(Purpose purpose, String counted, RoutingContext request) {
        Underway room = purpose == Purpose.IMPORT ? imports : underway;
        boolean entered = room.enter(counted);
        if (entered) {
            request.addEndHandler(end -> room.leave(counted));
        }
        return entered;
    }

    /** The lender answers on a thread of its own; a proxied request must not change its event loop. */
    private static void complete(Context here, Promise<Verdict> verdict, Verdict answer) {
        if (here == null || here.equals(Vertx.currentContext())) {
            verdict.complete(answer);
        } else {
            here.runOnContext(go -> verdict.complete(answer));
        }
    }

    private Future<Void> judge(Verdict verdict, Purpose purpose, MultiMap answer) {
        long limit = verdict.allowance().limit();
        long window = verdict.allowance().length().toSeconds();
        String name = "\"" + purpose.label() + "\"";
        answer.set("RateLimit-Policy", name + ";q=" + limit + ";w=" + window);
        answer.set("RateLimit", name + ";r=" + verdict.remaining() + ";t=" + verdict.resetSeconds());
        return switch (verdict.outcome()) {
            case PASSED -> Future.succeededFuture();
            case EXHAUSTED -> refuse(EXHAUSTED, verdict.resetSeconds(), answer);
            case UNAVAILABLE ->
                settings.whenUnavailable() == QuotaSettings.WhenUnavailable.ADMIT
                        ? Future.succeededFuture()
                        : refuse(UNAVAILABLE, 1, answer);
        };
    }

    private static Future<Void> refuse(Problem problem, long seconds, MultiMap answer) {
        answer.set("Retry-After", Long.toString(seconds));
        return Future.failedFuture(new Refusal(problem));
    }
}
