package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.majorincident.domain.Action;
import uk.jointdesk.incident.majorincident.domain.Audience;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** What reviews ask to be done. */
@ApplicationScoped
public class Actions {

    private final ScopedDb db;
    private final Timeline timeline;

    public Actions(ScopedDb db, Timeline timeline) {
        this.db = db;
        this.timeline = timeline;
    }

    /**
     * The actions of a major incident, the first due first.
     *
     * @param internal whether those that are not for the councils are among them
     */
    public List<Action> of(String incident, boolean internal) {
        return db.read(handle -> handle.createQuery("select * from major_incident_action"
                        + " where major_incident = :incident and (:internal or audience in ('USERS', 'COUNCILS'))"
                        + " order by due, id")
                .bind("incident", incident)
                .bind("internal", internal)
                .map((row, context) -> action(row))
                .list());
    }

    public Action add(String incident, Action action, Entry told) {
        return db.write(handle -> {
            handle.createUpdate(
                            "insert into major_incident_action (id, major_incident, text, owner_role, audience, due)"
                                    + " values (:id, :incident, :text, :owner, :audience, :due)")
                    .bind("id", action.id())
                    .bind("incident", incident)
                    .bind("text", action.text())
                    .bind("owner", action.ownerRole())
                    .bind("audience", action.audience().name())
                    .bind("due", action.due())
                    .execute();
            timeline.add(handle, incident, told);
            return action;
        });
    }

    /** Changes an action that stands at this version. */
    public Action change(
            String incident,
            UUID id,
            long expectedVersion,
            UnaryOperator<Action> decision,
            Function<Action, Entry> told) {
        return db.write(handle -> {
            Action now = find(handle, incident, id, " for update").orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, now.version());
            Action changed = decision.apply(now);
            handle.createUpdate(
                            "update major_incident_action set text = :text, owner_role = :owner, audience = :audience, due = :due,"
                                    + " done_on = cast(:done as date), version = version + 1 where id = :id")
                    .bind("id", id)
                    .bind("text", changed.text())
                    .bind("owner", changed.ownerRole())
                    .bind("audience", changed.audience().name())
                    .bind("due", changed.due())
                    .bind("done", changed.doneOn())
                    .execute();
            if (now.isOpen() && !changed.isOpen()) {
                timeline.add(handle, incident, told.apply(changed));
            }
            return find(handle, incident, id, "").orElseThrow();
        });
    }

    static boolean anyOpen(Handle handle, String incident) {
        return handle.createQuery("select exists (select from major_incident_action"
                        + " where major_incident = :incident and done_on is null)")
                .bind("incident", incident)
                .mapTo(Boolean.class)
                .one();
    }

    private static Optional<Action> find(Handle handle, String incident, UUID id, String lock) {
        return handle.createQuery(
                        "select * from major_incident_action where id = :id and major_incident = :incident" + lock)
                .bind("id", id)
                .bind("incident", incident)
                .map((row, context) -> action(row))
                .findOne();
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getString("owner_role"),
                Audience.valueOf(row.getString("audience")),
                row.getObject("due", LocalDate.class),
                row.getObject("done_on", LocalDate.class),
                row.getLong("version"));
    }
}
