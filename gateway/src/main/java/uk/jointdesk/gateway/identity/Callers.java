package uk.jointdesk.gateway.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import uk.jointdesk.gateway.problem.Problem;
import uk.jointdesk.gateway.problem.Refusal;
import uk.jointdesk.gateway.session.LivingSessions;
import uk.jointdesk.issuer.Bearer;

/** Reads a caller from an identity that has been verified, whether it came by bearer token or by a signed-in page. */
public final class Callers {

    private static final Problem UNPROVED = new Problem(
            503, "session-unproved", "Whether this session goes on cannot be learned just now; try again shortly.");

    private Callers() {}

    /** Fails with a {@link Refusal} if a session may have ended. */
    public static Caller of(SecurityIdentity identity) {
        if (LivingSessions.isUnproved(identity)) {
            throw new Refusal(UNPROVED);
        }
        Bearer bearer = Bearer.of(identity)
                .orElseThrow(() -> new IllegalStateException("an identity that nobody held against its issuer"));
        return new Caller(
                bearer.name(),
                bearer.client(),
                identity.getCredential(AccessTokenCredential.class).getToken(),
                identity.getRoles(),
                Scope.of(bearer.partners()));
    }
}
