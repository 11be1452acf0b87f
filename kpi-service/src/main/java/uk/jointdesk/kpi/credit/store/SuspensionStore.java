package uk.jointdesk.kpi.credit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.credit.domain.Suspension;

/** The times in which no service credits are taken. */
@ApplicationScoped
public class SuspensionStore {

    private final ScopedDb db;

    public SuspensionStore(ScopedDb db) {
        this.db = db;
    }

    public List<Suspension> of(String family) {
        return db.read(handle -> of(handle, family));
    }

    /** The same for work that has no caller. */
    public List<Suspension> forAll(String family) {
        return db.as(PartnerScope.ALL).read(handle -> of(handle, family));
    }

    private static List<Suspension> of(Handle handle, String family) {
        return handle.createQuery("select * from service_points_suspension where family = :family order by begins, id")
                .bind("family", family)
                .map((row, context) -> new Suspension(
                        row.getString("family"),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        row.getString("reason"),
                        row.getString("ccn"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("client"),
                        row.getString("subject")))
                .list();
    }

    public Suspension add(Suspension suspension) {
        db.run(handle -> handle.createUpdate("insert into service_points_suspension (family, begins, ends, reason, ccn,"
                        + " recorded_at, client, subject) values (:family, :from, cast(:to as date), :reason, :ccn,"
                        + " :recorded, :client, :subject)")
                .bindMethods(suspension)
                .bind("recorded", suspension.recordedAt().atOffset(ZoneOffset.UTC))
                .execute());
        return suspension;
    }
}
