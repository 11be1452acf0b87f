package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.majorincident.domain.CauseClass;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.problem.Refusal;

/** Major incidents to be read: those that affect the caller's partners. */
@ApplicationScoped
public class MajorIncidentList {

    private static final String PAGE = """
            select * from major_incident where (cast(:status as text) is null or status = :status)
              and (cast(:cause as text) is null or cause_class = :cause)
              and (cast(:partner as text) is null or :partner = any(partners)) and number < :before
            order by number desc limit :limit
            """;
    private static final String ALIKE = """
            select * from major_incident where reference <> :reference
              and (services && :services or problem = :problem or lower(cause) = lower(:cause))
            order by number
            """;

    private final ScopedDb db;
    private final MajorIncidentRows rows;

    public MajorIncidentList(ScopedDb db, MajorIncidentRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** The latest first. */
    public Page<MajorIncident> page(MajorStatus status, CauseClass cause, String partner, String cursor, int limit) {
        List<MajorIncident> found = db.read(handle -> handle.createQuery(PAGE)
                .bind("status", MajorIncidentRows.name(status))
                .bind("cause", MajorIncidentRows.name(cause))
                .bind("partner", partner)
                .bind("before", cursor == null ? Long.MAX_VALUE : place(handle, cursor))
                .bind("limit", limit + 1)
                .map((row, context) -> rows.read(row))
                .list());
        return Page.of(found, limit, last -> Cursor.encode(last.reference()));
    }

    public MajorIncident read(String reference) {
        return db.read(handle -> rows.find(handle, reference, false)).orElseThrow(Refusal::notFound);
    }

    /** Others that may be the same thing again. */
    public List<MajorIncident> alike(MajorIncident incident) {
        return db.read(handle -> handle.createQuery(ALIKE)
                .bind("reference", incident.reference())
                .bindArray("services", String.class, incident.services().toArray())
                .bind("problem", incident.problem())
                .bind("cause", incident.cause().text())
                .map((row, context) -> rows.read(row))
                .list());
    }

    private static long place(Handle handle, String cursor) {
        String reference = Cursor.decode(cursor, 1).get(0);
        if (!reference.matches("MIR\\d{1,15}")) {
            throw Cursor.invalid();
        }
        return handle.createQuery("select number from major_incident where reference = :reference")
                .bind("reference", reference)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(Cursor::invalid);
    }
}
