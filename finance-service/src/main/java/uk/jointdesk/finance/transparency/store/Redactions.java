package uk.jointdesk.finance.transparency.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.transparency.domain.Decision;
import uk.jointdesk.finance.transparency.domain.Redacted;
import uk.jointdesk.finance.transparency.domain.Redaction;
import uk.jointdesk.kit.db.ScopedDb;

/**
 * Payments that are published without their beneficiary and purpose: those whose payee the sender calls a natural person,
 * and those somebody decided about. The last decision goes before everything; none is ever edited.
 */
@ApplicationScoped
public class Redactions {
    private static final String STANDING = "select coalesce(d.journal, i.journal) as journal,"
            + " coalesce(d.reason, 'PERSONAL_DATA') as reason, d.journal is null as by_import"
            + " from (select distinct on (journal) journal, reason from payment_redaction"
            + " order by journal, entered desc) d"
            + " full join (select journal from imported_line where natural_person) i on i.journal = d.journal"
            + " where (d.journal is null or d.reason is not null)";
    private final ScopedDb db;

    public Redactions(ScopedDb db) {
        this.db = db;
    }

    /** Lets nobody else decide about the payment until the transaction ends. */
    public void lock(UUID journal) {
        db.run(h -> h.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) locked")
                .bind("name", "redaction/" + journal)
                .mapTo(Integer.class)
                .one());
    }

    public void add(UUID journal, Decision decision) {
        db.run(h -> h.createUpdate("insert into payment_redaction (journal, reason, note, recorded_at, recorded_by)"
                        + " values (:journal, :reason, :note, :at, :by)")
                .bind("journal", journal)
                .bind(
                        "reason",
                        decision.reason() == null ? null : decision.reason().name())
                .bind("note", decision.note())
                .bind("at", decision.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("by", decision.recordedBy())
                .execute());
    }

    /** What was decided about a payment, the first first. */
    public List<Decision> decisions(UUID journal) {
        return db.read(h -> h.createQuery("select reason, note, recorded_at, recorded_by from payment_redaction"
                        + " where journal = :journal order by entered")
                .bind("journal", journal)
                .map(Redactions::decision)
                .list());
    }

    /** How a payment is redacted as things stand; empty when all of it is published. */
    public Optional<Redacted> standing(UUID journal) {
        return db.read(h -> standing(h, " and coalesce(d.journal, i.journal) = :journal", journal, 1)).stream()
                .findFirst();
    }

    /** In order of the journals' ids, after one of them or, with null, from the first. */
    public List<Redacted> page(UUID after, int most) {
        return db.read(h -> standing(
                h, " and (:journal::uuid is null or coalesce(d.journal, i.journal) > :journal::uuid)", after, most));
    }

    private static List<Redacted> standing(Handle h, String which, UUID journal, int most) {
        return h.createQuery(STANDING + which + " order by 1 limit :most")
                .bind("journal", journal)
                .bind("most", most)
                .map((row, context) -> new Redacted(
                        row.getObject("journal", UUID.class),
                        Redaction.valueOf(row.getString("reason")),
                        row.getBoolean("by_import") ? Redacted.Origin.IMPORT : Redacted.Origin.DECISION))
                .list();
    }

    private static Decision decision(ResultSet row, StatementContext context) throws SQLException {
        String reason = row.getString("reason");
        return new Decision(
                reason == null ? null : Redaction.valueOf(reason),
                row.getString("note"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
