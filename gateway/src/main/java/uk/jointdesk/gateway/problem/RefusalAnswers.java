package uk.jointdesk.gateway.problem;

import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.jointdesk.gateway.access.AccessNote;
import uk.jointdesk.gateway.page.RefusalPage;
import uk.jointdesk.gateway.page.Shell;
import uk.jointdesk.gateway.route.ServiceUnavailable;
import uk.jointdesk.issuer.BeyondIssuer;

/** Refusals of the pages and contracts: a page for a reader, problem+json for everybody else. */
@ApplicationScoped
public class RefusalAnswers {

    private static final Logger LOG = Logger.getLogger(RefusalAnswers.class);

    private final Shell shell;

    public RefusalAnswers(Shell shell) {
        this.shell = shell;
    }

    @ServerExceptionMapper
    public Response refusal(Refusal refusal, RoutingContext request) {
        return answer(refusal.problem(), request);
    }

    @ServerExceptionMapper
    public Response serviceDown(ServiceUnavailable down, RoutingContext request) {
        return answer(down.problem(), request);
    }

    @ServerExceptionMapper(OIDCException.class)
    public Response identityDown(Throwable down, RoutingContext request) {
        LOG.warnf("identity provider: %s", down.getMessage());
        return answer(Problem.IDENTITY_UNAVAILABLE, request);
    }

    /** Sends a reader to sign in; if nobody can be signed in at the moment, says so. */
    @ServerExceptionMapper
    public Uni<Response> nobody(UnauthorizedException refused, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(request)
                .map(challenge ->
                        challenge == null ? answer(Problem.TOKEN_REQUIRED, request) : challenge(challenge, request))
                .onFailure()
                .recoverWithItem(failure -> identityDown(failure, request));
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException refused, RoutingContext request) {
        return answer(Problem.NOT_ALLOWED, request);
    }

    @ServerExceptionMapper
    public Response beyondIssuer(BeyondIssuer refused, RoutingContext request) {
        return answer(new Problem(BeyondIssuer.STATUS, BeyondIssuer.CODE, refused.getMessage()), request);
    }

    private Response challenge(ChallengeData challenge, RoutingContext request) {
        Response.ResponseBuilder answer = challenge.status == Problem.TOKEN_REQUIRED.status()
                ? Response.fromResponse(answer(Problem.TOKEN_REQUIRED, request))
                : Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException refused, RoutingContext request) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        return answer(
                switch (status) {
                    case 401 -> Problem.TOKEN_REQUIRED;
                    case 403 -> Problem.NOT_ALLOWED;
                    case 404 -> Problem.NOT_FOUND;
                    case 405 -> Problem.METHOD_NOT_ALLOWED;
                    default ->
                        new Problem(
                                status,
                                status == 406 ? "not-acceptable" : "request-malformed",
                                refused.getResponse().getStatusInfo().getReasonPhrase());
                },
                request);
    }

    private Response answer(Problem problem, RoutingContext request) {
        AccessNote.of(request.request()).refused(problem.code());
        Problem named = problem.in(RequestId.of(request.response()));
        if (!wantsPage(request)) {
            return Response.status(named.status())
                    .type(Problem.MEDIA_TYPE)
                    .entity(named)
                    .build();
        }
        TemplateInstance page = new RefusalPage(shell.anonymous(), named);
        return Response.status(named.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }

    private static boolean wantsPage(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }
}
