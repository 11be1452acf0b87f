package uk.jointdesk.kpi.restatement.store;

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
import uk.jointdesk.kpi.pack.domain.Pack;
import uk.jointdesk.kpi.pack.domain.Seal;
import uk.jointdesk.kpi.pack.store.PackJson;
import uk.jointdesk.kpi.restatement.domain.CellChange;
import uk.jointdesk.kpi.restatement.domain.Restatement;
import uk.jointdesk.kpi.restatement.domain.Restatement.Status;

/** The register of restatements; only who works for all partners sees it. */
@ApplicationScoped
public class RestatementStore {

    private final ScopedDb db;

    public RestatementStore(ScopedDb db) {
        this.db = db;
    }

    /** The newest first, after a place in the list. */
    public List<Restatement> list(
            Optional<Status> status, Optional<String> pack, Instant before, String id, int limit) {
        return db.read(handle -> handle.createQuery("""
                        select * from restatement
                         where (cast(:status as text) is null or status = :status)
                           and (cast(:pack as text) is null or pack = :pack)
                           and (detected_at, id) < (:before, :id)
                         order by detected_at desc, id desc limit :limit
                        """)
                .bind("status", status.map(Status::name).orElse(null))
                .bind("pack", pack.orElse(null))
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> restatement(row))
                .list());
    }

    public Optional<Restatement> find(String id) {
        return db.read(handle -> handle.createQuery("select * from restatement where id = :id")
                .bind("id", id)
                .map((row, context) -> restatement(row))
                .findOne());
    }

    /** The digest by which the same finding is known again. */
    public static String digest(List<CellChange> changes) {
        return Seal.digest(PackJson.bytes(new Restatement.Found(changes)));
    }

    /** Whether the last word on a pack is this finding already: entered, or rejected. */
    static boolean isKnown(Handle handle, String pack, String digest) {
        return handle.createQuery("""
                        select digest = :digest and status in ('OPEN', 'REJECTED') from restatement
                         where pack = :pack and status <> 'SUPERSEDED' order by detected_at desc, id desc limit 1
                        """)
                .bind("pack", pack)
                .bind("digest", digest)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    static void supersede(Handle handle, String pack) {
        handle.createUpdate("update restatement set status = 'SUPERSEDED', version = version + 1"
                        + " where pack = :pack and status = 'OPEN'")
                .bind("pack", pack)
                .execute();
    }

    static void add(Handle handle, Restatement found, String digest) {
        handle.createUpdate("""
                insert into restatement (id, pack, status, changes, digest, detected_at, arrival, version)
                values (:id, :pack, :status, cast(:changes as jsonb), :digest, :at, :arrival, 1)
                """)
                .bind("id", found.id())
                .bind("pack", found.pack())
                .bind("status", found.status().name())
                .bind("changes", json(found.changes()))
                .bind("digest", digest)
                .bind("at", found.detectedAt().atOffset(ZoneOffset.UTC))
                .bind("arrival", found.arrival())
                .execute();
    }

    /** Enters a decision on what is still open; false where it is not any more. */
    static boolean decide(Handle handle, Restatement decided) {
        return handle.createUpdate("""
                        update restatement set status = :status, reason = :reason, decided_at = :at,
                               decider_client = :client, decider_subject = :subject, restated_pack = :restated,
                               version = version + 1
                         where id = :id and status = 'OPEN'
                        """)
                        .bind("status", decided.status().name())
                        .bind("reason", decided.reason())
                        .bind("at", decided.decidedAt().atOffset(ZoneOffset.UTC))
                        .bind("client", decided.decider().client())
                        .bind("subject", decided.decider().subject())
                        .bind("restated", decided.restatedPack())
                        .bind("id", decided.id())
                        .execute()
                > 0;
    }

    private static String json(List<CellChange> changes) {
        return new String(PackJson.bytes(new Restatement.Found(changes)), StandardCharsets.UTF_8);
    }

    private static Restatement restatement(ResultSet row) throws SQLException {
        byte[] changes = row.getString("changes").getBytes(StandardCharsets.UTF_8);
        String client = row.getString("decider_client");
        return new Restatement(
                row.getString("id"),
                row.getString("pack"),
                Status.valueOf(row.getString("status")),
                PackJson.read(changes, Restatement.Found.class).cells(),
                instant(row, "detected_at"),
                row.getLong("arrival"),
                row.getString("reason"),
                instant(row, "decided_at"),
                client == null ? null : new Pack.Actor(client, row.getString("decider_subject")),
                row.getString("restated_pack"),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
