package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.incident.majorincident.domain.EntryKind;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;

/** What happened in a major incident and what was said, line by line; lines are only ever added. */
@ApplicationScoped
public class Timeline {

    private static final String INSERT = """
            insert into major_incident_entry (id, major_incident, at, kind, partner, internal, audience, channel, told_by,
              text)
            values (:id, :incident, :at, :kind, :partner, :internal, :audience, :channel, :by, :text)
            """;

    private final ScopedDb db;

    public Timeline(ScopedDb db) {
        this.db = db;
    }

    void add(Handle handle, String incident, Entry entry) {
        handle.createUpdate(INSERT)
                .bind("id", entry.id())
                .bind("incident", incident)
                .bind("at", Rows.utc(entry.at()))
                .bind("kind", entry.kind().name())
                .bind("partner", entry.partner())
                .bind("internal", entry.internal())
                .bind("audience", MajorIncidentRows.name(entry.audience()))
                .bind("channel", entry.channel())
                .bind("by", entry.by())
                .bind("text", entry.text())
                .execute();
    }

    /** Lines from before LEADERSHIP and actions were kept from the councils do not say so themselves. */
    private static final String FOR_COUNCILS = "not internal and (audience in ('USERS', 'COUNCILS')"
            + " or (audience is null and kind not in ('ACTION_ADDED', 'ACTION_DONE')))";

    /**
     * The lines that the scope may read, in order.
     *
     * @param internal whether those that are not for the councils are among them
     * @param kind of one kind only, or null for all
     */
    public List<Entry> of(String incident, boolean internal, EntryKind kind) {
        return db.read(
                handle -> handle.createQuery("select * from major_incident_entry where major_incident = :incident"
                                + " and (:internal or (" + FOR_COUNCILS
                                + ")) and (cast(:kind as text) is null or kind = :kind)"
                                + " order by at, id")
                        .bind("incident", incident)
                        .bind("internal", internal)
                        .bind("kind", MajorIncidentRows.name(kind))
                        .map((row, context) -> entry(row))
                        .list());
    }

    /** When each audience was told of it last. */
    public Map<Audience, Instant> lastTold(String incident) {
        Map<Audience, Instant> last = new EnumMap<>(Audience.class);
        db.read(handle -> handle.createQuery("select audience, max(at) as at from major_incident_entry"
                                + " where major_incident = :incident and kind = 'COMMUNICATION' group by audience")
                        .bind("incident", incident)
                        .map((row, context) ->
                                Map.entry(Audience.valueOf(row.getString("audience")), Rows.instant(row, "at")))
                        .list())
                .forEach(told -> last.put(told.getKey(), told.getValue()));
        return last;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                Rows.instant(row, "at"),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("partner"),
                row.getBoolean("internal"),
                MajorIncidentRows.word(Audience.class, row.getString("audience")),
                row.getString("channel"),
                row.getString("told_by"),
                row.getString("text"));
    }
}
