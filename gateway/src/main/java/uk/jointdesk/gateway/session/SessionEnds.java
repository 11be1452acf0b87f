package uk.jointdesk.gateway.session;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.database.GatewayDatabase;
import uk.jointdesk.gateway.session.store.EndedSessions;

/** Keeps in mind which sessions have ended, for as long as a copy of their cookie could still be shown. */
@ApplicationScoped
public class SessionEnds {

    private static final Logger LOG = Logger.getLogger(SessionEnds.class);
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final Duration MARGIN = Duration.ofDays(1);

    private final GatewayDatabase database;
    private final EndedSessions ended;
    private final Clock clock;
    private final Duration longest;

    public SessionEnds(
            GatewayDatabase database,
            EndedSessions ended,
            Clock clock,
            @ConfigProperty(name = "jointdesk.session.longest") Duration longest) {
        this.database = database;
        this.ended = ended;
        this.clock = clock;
        this.longest = longest;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                HOUR,
                each -> database.run(
                        () -> ended.forget(clock.instant().minus(longest).minus(MARGIN))));
    }

    /** A reader signs out here; the provider need not tell us. */
    void signedOut(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED) {
            Session.of(event.getSecurityIdentity()).ifPresent(this::signedOut);
        }
    }

    private void signedOut(Session session) {
        String request = "sign-out " + UUID.randomUUID();
        record(new EndedSession(request, session.id(), session.subject(), clock.instant()))
                .onFailure(down -> LOG.errorf("a reader signed out and this could not be kept: %s", down.getMessage()));
    }

    /** Done once every replica can know of it. */
    Future<Void> record(EndedSession end) {
        return database.run(() -> ended.add(end)).mapEmpty();
    }

    Future<Boolean> hasEnded(Session session) {
        return database.run(() -> ended.holds(session));
    }
}
