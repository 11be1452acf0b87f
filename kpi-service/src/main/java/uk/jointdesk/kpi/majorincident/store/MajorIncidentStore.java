package uk.jointdesk.kpi.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;
import uk.jointdesk.kpi.period.domain.Range;

/** This service's copy of the major incidents, so that it can answer while incident-service is away. */
@ApplicationScoped
public class MajorIncidentStore {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String LIST = "select * from major_incident where %s order by declared_at, reference";
    private static final String INSERT = """
            insert into major_incident (reference, title, status, priority, cause_class, cause, partners, services,
                                        problem, declared_at, declared_on, resolved_at, recorded_from)
            values (:reference, :title, :status, :priority, :causeClass, :cause, :partners, :services, :problem,
                    :declaredAt, :declaredOn, :resolvedAt, :recordedFrom)
            """;

    private final ScopedDb db;

    public MajorIncidentStore(ScopedDb db) {
        this.db = db;
    }

    /** Those of the caller's scope that were declared in these days, and those that nobody has dated. */
    public record Found(List<MajorIncident> declared, List<MajorIncident> undated) {}

    public AsAt<Found> find(Range range) {
        return db.read(handle -> new AsAt<>(found(handle, range), readAt(handle)));
    }

    /** Those of every council. */
    public Found ofWholeService(Range range) {
        return db.as(PartnerScope.ALL).read(handle -> found(handle, range));
    }

    private static Found found(Handle handle, Range range) {
        var declared = handle.createQuery(LIST.formatted("declared_on between :from and :to"))
                .bind("from", range.from())
                .bind("to", range.to())
                .map((row, context) -> incident(row))
                .list();
        return new Found(declared, list(handle, "declared_on is null"));
    }

    /** Takes the register as it now stands upstream. */
    public void replace(List<MajorIncident> incidents, Instant readAt) {
        db.as(PartnerScope.ALL).run(handle -> {
            // One writer at a time, whatever the number of replicas.
            handle.execute("select from feed_position for update");
            if (!list(handle, "true").equals(inOrder(incidents))) {
                handle.execute("delete from major_incident");
                insert(handle, incidents);
            }
            handle.createUpdate("update feed_position set major_incidents_at = :readAt")
                    .bind("readAt", utc(readAt))
                    .execute();
        });
    }

    private static List<MajorIncident> inOrder(List<MajorIncident> incidents) {
        return incidents.stream()
                .sorted(Comparator.comparing(MajorIncident::declaredAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(MajorIncident::reference))
                .toList();
    }

    private static List<MajorIncident> list(Handle handle, String condition) {
        return handle.createQuery(LIST.formatted(condition))
                .map((row, context) -> incident(row))
                .list();
    }

    private static void insert(Handle handle, List<MajorIncident> incidents) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (MajorIncident incident : incidents) {
            Instant declaredAt = incident.declaredAt();
            batch.bindMethods(incident)
                    .bindArray("partners", String.class, incident.partners())
                    .bindArray("services", String.class, incident.services())
                    .bind("declaredAt", utc(declaredAt))
                    .bind("declaredOn", declaredAt == null ? null : LocalDate.ofInstant(declaredAt, LONDON))
                    .bind("resolvedAt", utc(incident.resolvedAt()))
                    .add();
        }
        batch.execute();
    }

    private static MajorIncident incident(ResultSet row) throws SQLException {
        return new MajorIncident(
                row.getString("reference"),
                row.getString("title"),
                row.getString("status"),
                row.getString("priority"),
                row.getString("cause_class"),
                row.getString("cause"),
                List.of((String[]) row.getArray("partners").getArray()),
                List.of((String[]) row.getArray("services").getArray()),
                row.getString("problem"),
                instant(row.getObject("declared_at", OffsetDateTime.class)),
                instant(row.getObject("resolved_at", OffsetDateTime.class)),
                row.getString("recorded_from"));
    }

    private static Instant readAt(Handle handle) {
        return handle.createQuery("select major_incidents_at from feed_position")
                .map((row, context) -> instant(row.getObject("major_incidents_at", OffsetDateTime.class)))
                .findOne()
                .orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
