package uk.jointdesk.kpi.pack.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.PackPlan;
import uk.jointdesk.kpi.pack.domain.PackState;
import uk.jointdesk.kpi.pack.domain.PackStep;

/** Packs on their way, and the steps they took. A published one is final: the database refuses to change it. */
@ApplicationScoped
public class PackStore {

    static final String SELECT = """
            select p.*, l.plan, (select r.id from pack r where r.restates = p.id) as restated_by
              from pack p left join pack_plan l on l.pack = p.id
            """;

    private final ScopedDb db;

    public PackStore(ScopedDb db) {
        this.db = db;
    }

    /** The pack with its plan, for who may see plans. */
    public Optional<Pack> find(String id) {
        return db.read(handle -> handle.createQuery(SELECT + " where p.id = :id")
                .bind("id", id)
                .map((row, context) -> pack(row))
                .findOne());
    }

    public void add(Pack pack, PackStep first) {
        db.run(handle -> {
            insert(handle, pack);
            step(handle, pack.id(), first);
        });
    }

    /** Changes a draft, from the version its author read. */
    public void change(Pack pack, PackStep step) {
        db.run(handle -> {
            int changed = bind(handle, """
                            update pack set state = :state, draft = :draft, title = :title, body = :body,
                                   meeting_on = :meetingOn, from_day = :from, to_day = :to, audience = :audience,
                                   version = version + 1
                             where id = :id and version = :version
                            """, pack).execute();
            if (changed == 0) {
                throw Refusal.stale();
            }
            handle.createUpdate("update pack_plan set plan = cast(:plan as jsonb) where pack = :id")
                    .bind("plan", json(pack.plan()))
                    .bind("id", pack.id())
                    .execute();
            step(handle, pack.id(), step);
        });
    }

    /** Notes a step that changes nothing else. */
    public void note(String id, PackStep step) {
        db.run(handle -> step(handle, id, step));
    }

    /** Takes a draft away with the steps it took; from the version its author read. */
    public void remove(String id, long version) {
        db.run(handle -> {
            int removed = handle.createUpdate("delete from pack where id = :id and version = :version")
                    .bind("id", id)
                    .bind("version", version)
                    .execute();
            if (removed == 0) {
                throw Refusal.stale();
            }
        });
    }

    public List<PackStep> steps(String id) {
        return db.read(handle -> steps(handle, id));
    }

    static List<PackStep> steps(Handle handle, String id) {
        return handle.createQuery("select * from pack_step where pack = :id order by number")
                .bind("id", id)
                .map((row, context) -> PackStepRow.read(row))
                .list();
    }

    static void insert(Handle handle, Pack pack) {
        bind(handle, """
                insert into pack (id, state, edition, restates, draft, title, body, meeting_on, from_day, to_day,
                                  audience, author_client, author_subject, created_at, published_at, version)
                values (:id, :state, :edition, :restates, :draft, :title, :body, :meetingOn, :from, :to, :audience,
                        :client, :subject, :createdAt, :publishedAt, :version)
                """, pack).execute();
        handle.createUpdate("insert into pack_plan (pack, plan) values (:id, cast(:plan as jsonb))")
                .bind("id", pack.id())
                .bind("plan", json(pack.plan()))
                .execute();
    }

    static void step(Handle handle, String id, PackStep step) {
        PackStepRow.insert(handle, id, step);
    }

    private static org.jdbi.v3.core.statement.Update bind(Handle handle, String sql, Pack pack) {
        PackPlan plan = pack.plan();
        return handle.createUpdate(sql)
                .bind("id", pack.id())
                .bind("state", pack.state().name())
                .bind("edition", pack.edition())
                .bind("restates", pack.restates())
                .bind("draft", pack.draft())
                .bind("title", plan.title())
                .bind("body", plan.body())
                .bind("meetingOn", plan.meetingOn())
                .bind("from", plan.range().from())
                .bind("to", plan.range().to())
                .bind("audience", plan.audience().name())
                .bind("client", pack.author().client())
                .bind("subject", pack.author().subject())
                .bind("createdAt", offset(pack.createdAt()))
                .bind("publishedAt", offset(pack.publishedAt()))
                .bind("version", pack.version());
    }

    private static String json(PackPlan plan) {
        return new String(PackJson.bytes(plan), StandardCharsets.UTF_8);
    }

    /** A pack with its plan, out of a row of both. */
    public static Pack pack(ResultSet row) throws SQLException {
        String plan = row.getString("plan");
        return new Pack(
                row.getString("id"),
                PackState.valueOf(row.getString("state")),
                row.getInt("edition"),
                row.getString("restates"),
                row.getString("restated_by"),
                row.getInt("draft"),
                PackJson.read(plan.getBytes(StandardCharsets.UTF_8), PackPlan.class),
                new Pack.Actor(row.getString("author_client"), row.getString("author_subject")),
                instant(row, "created_at"),
                instant(row, "published_at"),
                row.getLong("version"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
