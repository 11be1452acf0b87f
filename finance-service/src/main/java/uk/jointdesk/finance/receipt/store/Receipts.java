package uk.jointdesk.finance.receipt.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.receipt.domain.Receipt;
import uk.jointdesk.kit.db.ScopedDb;

/** What partners paid, in the caller's scope. */
@ApplicationScoped
public class Receipts {
    private static final String SELECT =
            "select r.*, i.number from receipt r left join bill_issue i on i.bill = r.bill";
    private final ScopedDb db;

    public Receipts(ScopedDb db) {
        this.db = db;
    }

    /** Where a list goes on: the last receipt's day and id. */
    public record Place(LocalDate day, UUID id) {
        public static final Place START = new Place(LocalDate.EPOCH, new UUID(0, 0));
    }

    /** Lets nobody else book money of the partner until the transaction ends. */
    public void lock(String partner) {
        db.run(h -> h.createQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) locked")
                .bind("name", "receipts/" + partner)
                .mapTo(Integer.class)
                .one());
    }

    /** False when the partner's reference is known. */
    public boolean add(Receipt receipt, UUID bill, UUID journal) {
        return db.write(
                h -> h.createUpdate("insert into receipt (id, partner, bill, amount_pence, received_on, reference,"
                                        + " journal, recorded_at, recorded_by) values (:id, :partner, :bill::uuid, :pence, :on,"
                                        + " :reference, :journal, :at, :by) on conflict do nothing")
                                .bind("id", receipt.id())
                                .bind("partner", receipt.partner())
                                .bind("bill", bill)
                                .bind("pence", receipt.amount().pence())
                                .bind("on", receipt.receivedOn())
                                .bind("reference", receipt.reference())
                                .bind("journal", journal)
                                .bind("at", receipt.recordedAt().atOffset(ZoneOffset.UTC))
                                .bind("by", receipt.recordedBy())
                                .execute()
                        == 1);
    }

    public Optional<Receipt> find(UUID id) {
        return db.read(h -> h.createQuery(SELECT + " where r.id = :id")
                .bind("id", id)
                .map(Receipts::receipt)
                .findOne());
    }

    /** By the day of receipt, after a place; {@code partner} may be null. */
    public List<Receipt> page(String partner, Place after, int most) {
        return db.read(h -> h.createQuery(SELECT + " where (r.received_on, r.id) > (:day, :id)"
                        + " and (:partner::text is null or r.partner = :partner)"
                        + " order by r.received_on, r.id limit :most")
                .bind("day", after.day())
                .bind("id", after.id())
                .bind("partner", partner)
                .bind("most", most)
                .map(Receipts::receipt)
                .list());
    }

    public List<Receipt> ofPartner(String partner) {
        return page(partner, Place.START, Integer.MAX_VALUE);
    }

    private static Receipt receipt(ResultSet row, StatementContext context) throws SQLException {
        return new Receipt(
                row.getObject("id", UUID.class),
                row.getString("partner"),
                row.getString("number"),
                Money.ofPence(row.getLong("amount_pence")),
                row.getObject("received_on", LocalDate.class),
                row.getString("reference"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
