package uk.jointdesk.kpi.pack.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.PackState;

/** Packs without their plans, as far as the caller may know of them. */
@ApplicationScoped
public class PackList {

    private static final String SELECT =
            "select p.*, (select r.id from pack r where r.restates = p.id) as restated_by from pack p";

    private final ScopedDb db;

    public PackList(ScopedDb db) {
        this.db = db;
    }

    /**
     * A pack as a list shows it.
     *
     * @param publishedAt null for what is not published
     */
    public record Listed(
            String id,
            PackState state,
            String title,
            String body,
            String from,
            String to,
            Audience audience,
            int edition,
            String restates,
            String restatedBy,
            Instant createdAt,
            Instant publishedAt) {}

    /** What the caller may see, the newest first, after a place in the list. */
    public List<Listed> list(Optional<PackState> state, boolean drafts, Instant before, String id, int limit) {
        return db.read(handle -> handle.createQuery(SELECT + """

                         where (cast(:state as text) is null or state = :state)
                           and (:drafts or (state = 'PUBLISHED' and audience = 'PUBLIC'))
                           and (created_at, id) < (:before, :id)
                         order by created_at desc, id desc limit :limit
                        """)
                .bind("state", state.map(PackState::name).orElse(null))
                .bind("drafts", drafts)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> listed(row))
                .list());
    }

    /** What a list says of one pack. */
    public Optional<Listed> find(String id) {
        return db.read(handle -> handle.createQuery(SELECT + " where id = :id")
                .bind("id", id)
                .map((row, context) -> listed(row))
                .findOne());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getString("id"),
                PackState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("body"),
                row.getString("from_day"),
                row.getString("to_day"),
                Audience.valueOf(row.getString("audience")),
                row.getInt("edition"),
                row.getString("restates"),
                row.getString("restated_by"),
                PackStore.instant(row, "created_at"),
                PackStore.instant(row, "published_at"));
    }
}
