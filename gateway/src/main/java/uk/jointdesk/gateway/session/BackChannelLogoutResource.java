package uk.jointdesk.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;

/**
 * Where the identity provider tells that a session has ended (OpenID Connect Back-Channel Logout 1.0). It sends no
 * bearer token; what it sends is signed. Answered when every replica can know of it.
 */
@Path("/sign-out/back-channel")
public class BackChannelLogoutResource {

    private static final Logger LOG = Logger.getLogger(BackChannelLogoutResource.class);
    private static final Problem NO_LOGOUT_TOKEN =
            new Problem(400, "logout-token-invalid", "This is no logout token of our identity provider for us.");
    private static final Problem NOT_KEPT =
            new Problem(503, "logout-not-kept", "The end of the session cannot be kept at the moment; send it again.");

    private final LogoutTokens tokens;
    private final SessionEnds ends;

    public BackChannelLogoutResource(LogoutTokens tokens, SessionEnds ends) {
        this.tokens = tokens;
        this.ends = ends;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> end(@FormParam("logout_token") String token) {
        if (token == null) {
            throw new Refusal(NO_LOGOUT_TOKEN);
        }
        return tokens.read(token).flatMap(this::keep);
    }

    private Uni<Response> keep(Optional<EndedSession> ended) {
        Future<Void> kept = ends.record(ended.orElseThrow(() -> new Refusal(NO_LOGOUT_TOKEN)));
        return Uni.createFrom()
                .completionStage(kept::toCompletionStage)
                .map(done -> Response.ok().build())
                .onFailure()
                .transform(BackChannelLogoutResource::notKept);
    }

    private static Throwable notKept(Throwable down) {
        LOG.errorf("a session has ended and this could not be kept: %s", down.getMessage());
        return new Refusal(NOT_KEPT);
    }
}
