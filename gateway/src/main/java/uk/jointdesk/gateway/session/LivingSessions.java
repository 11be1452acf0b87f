package uk.jointdesk.gateway.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks of every session that is shown whether it still lives. Whose session has ended is nobody, and is sent to sign in
 * again; tokens of machines have no session and are not asked.
 */
@ApplicationScoped
public class LivingSessions implements SecurityIdentityAugmentor {

    private static final Logger LOG = Logger.getLogger(LivingSessions.class);
    private static final String UNPROVED = LivingSessions.class.getName() + ".unproved";

    private final SessionEnds ends;
    private final Clock clock;
    private final Duration longest;

    public LivingSessions(
            SessionEnds ends, Clock clock, @ConfigProperty(name = "jointdesk.session.longest") Duration longest) {
        this.ends = ends;
        this.clock = clock;
        this.longest = longest;
    }

    /** Whether this is a session of which could not be learned that it lives: it must not open anything. */
    public static boolean isUnproved(SecurityIdentity identity) {
        return Boolean.TRUE.equals(identity.getAttribute(UNPROVED));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Optional<Session> session = Session.of(identity);
        return session.isEmpty() ? Uni.createFrom().item(identity) : judge(session.get(), identity);
    }

    private Uni<SecurityIdentity> judge(Session session, SecurityIdentity identity) {
        if (session.issuedAt() == null || session.signedInAt() == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("when was this reader signed in?"));
        }
        if (session.hasLasted(longest, clock.instant())) {
            return Uni.createFrom().item(nobody());
        }
        return Uni.createFrom()
                .completionStage(() -> ends.hasEnded(session).toCompletionStage())
                .map(ended -> ended ? nobody() : identity)
                .onFailure()
                .recoverWithItem(down -> unproved(identity, down));
    }

    private static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(""))
                .setAnonymous(true)
                .build();
    }

    private static SecurityIdentity unproved(SecurityIdentity identity, Throwable down) {
        LOG.warnf("whether a session has ended cannot be learned: %s", down.getMessage());
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(UNPROVED, true)
                .build();
    }
}
