package uk.jointdesk.gateway.identity;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Set;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.access.AccessNote;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Problems;
import uk.jointdesk.gateway.problem.Refusal;
import uk.jointdesk.gateway.route.RouteTable;
import uk.jointdesk.issuer.BeyondIssuer;

/**
 * Lets nobody into the API and the contracts without a valid token, the link of a survey excepted; answers in
 * problem+json, never with a redirect.
 */
@ApplicationScoped
public class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final String CALLER = Caller.class.getName();
    private static final Set<String> OPERATORS = Set.of("platform-admin", "suite-service");
    /** Before any route that serves. */
    private static final int FIRST = -1;

    private final IdentityProviderManager identities;
    private final Problems problems;

    public Door(IdentityProviderManager identities, Problems problems) {
        this.identities = identities;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        Handler<RoutingContext> identify = this::identify;
        router.route("/api").order(FIRST).handler(identify);
        router.route("/api/*").order(FIRST).handler(identify);
        router.route("/contracts").order(FIRST).handler(identify);
        router.route("/contracts/*").order(FIRST).handler(identify);
        // How busy each service is says how busy each council is: for those who run the suite.
        router.route("/q/metrics*").order(FIRST).handler(identify).handler(this::operate);
    }

    /** The caller of a request that has come through the door; null on a path that is open to everybody. */
    public static Caller callerOf(RoutingContext request) {
        return request.get(CALLER);
    }

    /** Whether the caller is one of those who run the suite. */
    public static boolean isOperator(Caller caller) {
        return !Collections.disjoint(caller.roles(), OPERATORS);
    }

    private void identify(RoutingContext request) {
        request.request().pause();
        if (RouteTable.isOpen(request.request().path())) {
            request.next();
            return;
        }
        // Quarkus would answer a bad token itself, with an empty body.
        request.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Context here = request.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .emitOn(task -> here.runOnContext(go -> task.run()))
                .subscribe()
                .with(identity -> admit(request, identity), failure -> refuse(request, failure));
    }

    private void admit(RoutingContext request, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            problems.answer(request.request(), Problem.TOKEN_REQUIRED);
            return;
        }
        Caller caller;
        try {
            caller = Callers.of(identity);
        } catch (Refusal unproved) {
            problems.answer(request.request(), unproved.problem());
            return;
        }
        AccessNote.of(request.request()).caller(caller.client(), caller.scope().text());
        request.put(CALLER, caller);
        request.next();
    }

    private void operate(RoutingContext request) {
        if (isOperator(callerOf(request))) {
            request.next();
        } else {
            problems.answer(request.request(), Problem.NOT_ALLOWED);
        }
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (isBadToken(failure)) {
            problems.answer(request.request(), Problem.TOKEN_INVALID);
            return;
        }
        if (failure instanceof BeyondIssuer) {
            problems.answer(
                    request.request(), new Problem(BeyondIssuer.STATUS, BeyondIssuer.CODE, failure.getMessage()));
            return;
        }
        LOG.warnf("no identity could be established: %s", failure.getMessage());
        problems.answer(request.request(), Problem.IDENTITY_UNAVAILABLE);
    }

    private static boolean isBadToken(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                || failure instanceof AuthenticationCompletionException
                || failure instanceof AuthenticationRedirectException;
    }
}
