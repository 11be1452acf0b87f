package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Escalations as they were written down when somebody asked for them. */
@ApplicationScoped
public class ManualEscalations implements Escalated {

    private static final String OPEN_P1 = """
            select t.reference from ticket t
            where t.priority = 'P1'
              and t.status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')
              and exists (select from manual_escalation m where m.ticket = t.reference)
            """;

    @Override
    public Set<String> openP1(Handle handle) {
        return handle.createQuery(OPEN_P1).mapTo(String.class).set();
    }
}
