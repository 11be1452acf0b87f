package uk.jointdesk.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.access.AccessNote;
import uk.jointdesk.gateway.access.RefusalResource;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.identity.Door;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.Refusal;
import uk.jointdesk.gateway.quota.QuotaGate;
import uk.jointdesk.gateway.route.ServiceUnavailable;

/** Everything below {@code /api}: judged, then handed to the service it is meant for. */
@ApplicationScoped
public class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    private final QuotaGate quota;
    private final Admission admission;
    private final ServiceProxies proxies;
    private final ProxyMetrics metrics;
    private final Problems problems;
    private final Problem tooLarge;
    private final long bodyLimit;

    public FrontDoor(
            QuotaGate quota,
            Admission admission,
            ServiceProxies proxies,
            ProxyMetrics metrics,
            Problems problems,
            @ConfigProperty(name = "jointdesk.proxy.body-limit") MemorySize bodyLimit) {
        this.quota = quota;
        this.admission = admission;
        this.proxies = proxies;
        this.metrics = metrics;
        this.problems = problems;
        this.bodyLimit = bodyLimit.asLongValue();
        this.tooLarge = BodyLimit.tooLarge(this.bodyLimit);
    }

    void open(@Observes Router router) {
        router.route("/api").handler(this::receive);
        router.route("/api/*").handler(this::receive);
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        Caller caller = Door.callerOf(context);
        Future<?> passed = quota.pass(caller, context);
        if (RefusalResource.PATH.equals(request.path())) {
            passed = passed.onSuccess(counted -> serveHere(context));
        } else {
            passed = passed.compose(counted -> admission.judge(caller, request))
                    .onSuccess(admitted -> pass(context, admitted));
        }
        passed.onFailure(refusal -> problems.answer(request, problemOf(refusal)));
    }

    /** The gateway's own resource, which no service knows of. */
    private static void serveHere(RoutingContext context) {
        HttpServerRequest request = context.request();
        AccessNote.of(request).operation("gateway", request.method().name() + " " + RefusalResource.PATH);
        request.resume();
        context.next();
    }

    private void pass(RoutingContext context, Admission.Admitted admitted) {
        HttpServerRequest request = context.request();
        if (!admitted.isImport() && announcedLength(request) > bodyLimit) {
            problems.answer(request, tooLarge);
            return;
        }
        metrics.watch(context, admitted);
        proxies.of(admitted).handle(new AdmittedRequest(request, admitted));
    }

    private static long announcedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static Problem problemOf(Throwable refusal) {
        if (refusal instanceof Refusal refused) {
            return refused.problem();
        }
        if (refusal instanceof ServiceUnavailable down) {
            return down.problem();
        }
        LOG.error("a request could not be judged", refusal);
        return new Problem(500, "unexpected", "Something went wrong here; the request id names it in our logs.");
    }
}
