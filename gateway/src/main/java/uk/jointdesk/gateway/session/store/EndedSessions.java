package uk.jointdesk.gateway.session.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import uk.jointdesk.gateway.session.EndedSession;
import uk.jointdesk.gateway.session.Session;

/** The sessions that ended early, for all replicas. */
@ApplicationScoped
public class EndedSessions {

    private static final String ADD = """
            insert into ended_session (told_by, session, subject, ended_at)
            values (:toldBy, :session, :subject, :at) on conflict (told_by) do nothing""";

    private static final String HOLDS = """
            select exists (select 1 from ended_session where session = :session)
                or exists (select 1 from ended_session
                           where session is null and subject = :subject and ended_at >= :issuedAt)""";

    private final Jdbi jdbi;

    public EndedSessions(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    public int add(EndedSession ended) {
        return jdbi.withHandle(handle -> handle.createUpdate(ADD)
                .bind("toldBy", ended.toldBy())
                .bind("session", ended.session())
                .bind("subject", ended.subject())
                .bind("at", at(ended.at()))
                .execute());
    }

    /** Whether this session is one of them. */
    public boolean holds(Session session) {
        return jdbi.withHandle(handle -> handle.createQuery(HOLDS)
                .bind("session", session.id())
                .bind("subject", session.subject())
                .bind("issuedAt", at(session.issuedAt()))
                .mapTo(Boolean.class)
                .one());
    }

    /** Removes those that would be over by now anyway. */
    public int forget(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from ended_session where ended_at < :before")
                .bind("before", at(before))
                .execute());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
