package uk.jointdesk.finance.suspense.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.suspense.domain.SuspenseItem;
import uk.jointdesk.kit.db.ScopedDb;

/**
 * What lies in SUSPENSE: the journals that put something there and were not reversed. A clearing that was reversed puts
 * it there again, as an item of its own.
 */
@ApplicationScoped
public class SuspenseRegister {
    private static final String SELECT = """
            select j.id, j.entered, j.posted_on, j.description, waiting.pence, said.source, said.source_reference,
                   i.their_cost_centre, i.their_expense, i.supplier, i.suspense_reason, i.import, i.row,
                   cleared.id as cleared_by
              from journal j
              join lateral (select sum(p.amount_pence)::bigint as pence from posting p
                             where p.journal = j.id and p.account = 'SUSPENSE') waiting on waiting.pence <> 0
              left join journal undone on undone.id = j.reverses
              left join journal said on said.id =
                   case when undone.source = 'suspense' then undone.source_reference::uuid else j.id end
              left join imported_line i on i.journal = said.id
              left join journal cleared on cleared.source = 'suspense' and cleared.source_reference = j.id::text
             where j.id in (select journal from posting where account = 'SUSPENSE')
               and j.source is distinct from 'suspense'
               and (j.reverses is null or undone.source = 'suspense')
               and not exists (select from journal reversal where reversal.reverses = j.id)
            """;
    private static final String LIST = SELECT + """
               and (not :waiting or cleared.id is null)
               and (:source::text is null or said.source = :source)
               and (:costCentre::text is null or i.their_cost_centre = :costCentre)
               and (:expense::text is null or i.their_expense = :expense)
               and j.entered > :after order by j.entered limit :most
            """;
    private final ScopedDb db;

    public SuspenseRegister(ScopedDb db) {
        this.db = db;
    }

    /**
     * Which items are looked for; null sets no limit.
     *
     * @param waiting only those not cleared
     */
    public record Filter(boolean waiting, String source, String costCentre, String expense) {}

    /** In the order they came. */
    public List<SuspenseItem> page(Filter filter, long after, int most) {
        return db.read(h -> h.createQuery(LIST)
                .bindMethods(filter)
                .bind("after", after)
                .bind("most", most)
                .map(SuspenseRegister::item)
                .list());
    }

    public Optional<SuspenseItem> find(UUID journal) {
        return db.read(h -> h.createQuery(SELECT + " and j.id = :id")
                .bind("id", journal)
                .map(SuspenseRegister::item)
                .findOne());
    }

    private static SuspenseItem item(ResultSet row, StatementContext context) throws SQLException {
        return new SuspenseItem(
                row.getObject("id", UUID.class),
                row.getLong("entered"),
                row.getObject("posted_on", LocalDate.class),
                row.getString("description"),
                Money.ofPence(row.getLong("pence")),
                sent(row),
                row.getObject("cleared_by", UUID.class));
    }

    private static SuspenseItem.Sent sent(ResultSet row) throws SQLException {
        if (row.getString("source") == null) {
            return null;
        }
        return new SuspenseItem.Sent(
                row.getString("source"),
                row.getString("source_reference"),
                row.getString("their_cost_centre"),
                row.getString("their_expense"),
                row.getString("supplier"),
                row.getString("suspense_reason"),
                row.getObject("import", UUID.class),
                row.getObject("row", Long.class));
    }
}
