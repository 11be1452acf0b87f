package uk.jointdesk.incident.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.audit.domain.AuditEntry;
import uk.jointdesk.incident.audit.domain.Outcome;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kit.scope.PartnerScope;

/** The audit trail: entries are added and read, nothing else. */
@ApplicationScoped
public class AuditTrail {

    private static final String INSERT = """
            insert into audit_entry (id, at, outcome, method, path, reference, status, request_id, client, subject, roles,
              address, partners, internal)
            values (:id, :at, :outcome, :method, :path, :reference, :status, :requestId, :client, :subject, :roles,
              :address, :partners, :internal)
            """;
    private static final String PAGE = """
            select e.*, s.hash, s.position from audit_entry e left join audit_seal s on s.entry = e.id
            where (:internal or not e.internal)
              and (cast(:partner as text) is null or e.partners @> array[cast(:partner as text)])
              and (cast(:reference as text) is null or e.reference = :reference)
              and (cast(:client as text) is null or e.client = :client)
              and (cast(:from as timestamptz) is null or e.at >= :from)
              and (cast(:to as timestamptz) is null or e.at < :to)
              and (cast(:beforeAt as timestamptz) is null or (e.at, e.id) < (:beforeAt, cast(:beforeId as uuid)))
            order by e.at desc, e.id desc limit :limit
            """;
    private static final String HOLDER =
            "select partner from ticket where reference = :reference and partner is not null";

    private final ScopedDb db;

    public AuditTrail(ScopedDb db) {
        this.db = db;
    }

    /** An entry and its seal; both null until it is sealed, a moment after it was written. */
    public record Sealed(AuditEntry entry, byte[] hash, Long position) {}

    /**
     * What is looked for; null is "any".
     *
     * @param internal whether what only the desk reads is among it
     */
    public record Wanted(String partner, String reference, String client, Instant from, Instant to, boolean internal) {}

    /** Adds an entry in the transaction of what it tells. */
    public static void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate(INSERT)
                .bind("id", entry.id())
                .bind("at", Rows.utc(entry.at()))
                .bind("outcome", entry.outcome().name())
                .bind("method", entry.method())
                .bind("path", entry.path())
                .bind("reference", entry.reference())
                .bind("status", entry.status())
                .bind("requestId", entry.requestId())
                .bind("client", entry.client())
                .bind("subject", entry.subject())
                .bindArray("roles", String.class, entry.roles().toArray())
                .bind("address", entry.address())
                .bindArray("partners", String.class, entry.partners().toArray())
                .bind("internal", entry.internal())
                .execute();
    }

    /**
     * Adds an entry by itself: of a write that was refused, or that had no transaction of the caller's. A caller without
     * partners of its own concerns the partner whose ticket it named.
     */
    public void add(AuditEntry entry) {
        db.as(PartnerScope.ALL).run(handle -> {
            boolean nobodys = entry.partners().isEmpty() && entry.reference() != null;
            insert(handle, nobodys ? entry.concerning(holder(handle, entry.reference())) : entry);
        });
    }

    /** Whose a ticket is, as far as the scope of the handle sees it. */
    static List<String> holder(Handle handle, String reference) {
        return handle.createQuery(HOLDER)
                .bind("reference", reference)
                .mapTo(String.class)
                .list();
    }

    /** The latest first, as far as the caller is concerned. */
    public Page<Sealed> page(Wanted wanted, String cursor, int limit) {
        List<String> after = cursor == null ? null : Cursor.decode(cursor, 2);
        List<Sealed> rows = db.read(handle -> handle.createQuery(PAGE)
                .bind("partner", wanted.partner())
                .bind("reference", wanted.reference())
                .bind("client", wanted.client())
                .bind("from", Rows.utc(wanted.from()))
                .bind("to", Rows.utc(wanted.to()))
                .bind("internal", wanted.internal())
                .bind("beforeAt", after == null ? null : Rows.utc(Cursor.instant(after.get(0))))
                .bind("beforeId", after == null ? null : id(after.get(1)))
                .bind("limit", limit + 1)
                .map((row, context) ->
                        new Sealed(entry(row), row.getBytes("hash"), row.getObject("position", Long.class)))
                .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(
                        last.entry().at().toString(), last.entry().id().toString()));
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                Rows.instant(row, "at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("method"),
                row.getString("path"),
                row.getString("reference"),
                row.getObject("status", Integer.class),
                row.getString("request_id"),
                row.getString("client"),
                row.getString("subject"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("address"),
                List.of((String[]) row.getArray("partners").getArray()),
                row.getBoolean("internal"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
