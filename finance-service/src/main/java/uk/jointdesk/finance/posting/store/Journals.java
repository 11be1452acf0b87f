package uk.jointdesk.finance.posting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;

/** The ledger: journals are added and read, never changed; PostgreSQL checks their balance once more at commit. */
@ApplicationScoped
public class Journals {
    private static final String SELECT =
            "select j.id, j.entered, j.posted_on, j.financial_year, j.period, j.description,"
                    + " j.reverses, j.source, j.source_reference, j.recorded_at from journal j where (:year::text is null or j.financial_year = :year)"
                    + " and (:line::text is null or exists (select from posting p where p.journal = j.id"
                    + " and p.budget_line = :line)) and j.entered > :after order by j.entered limit :most";
    private static final String SELECT_ONE = "select id, entered, posted_on, financial_year, period, description,"
            + " reverses, source, source_reference, recorded_at from journal where id = :id";
    private final ScopedDb db;

    public Journals(ScopedDb db) {
        this.db = db;
    }

    public void add(Journal journal, String by) {
        Origin origin = journal.origin();
        db.run(h -> {
            h.createUpdate("insert into journal (id, posted_on, financial_year, period, description, reverses,"
                            + " source, source_reference, line_count, recorded_by) values (:id, :on, :year, :period,"
                            + " :description, :reverses::uuid, :source, :reference, :lines, :by)")
                    .bind("id", journal.id())
                    .bind("on", journal.date())
                    .bind("year", journal.period().year().code())
                    .bind("period", journal.period().number())
                    .bind("description", journal.description())
                    .bind("reverses", journal.reverses())
                    .bind("source", origin == null ? null : origin.source())
                    .bind("reference", origin == null ? null : origin.reference())
                    .bind("lines", journal.entries().size())
                    .bind("by", by)
                    .execute();
            addEntries(h, journal);
        });
    }

    private static void addEntries(Handle h, Journal journal) {
        PreparedBatch batch = h.prepareBatch("insert into posting (journal, line, account, financial_year, budget_line,"
                + " partner, amount_pence, cost_centre, subjective, project) values (:journal, :line, :account, :year,"
                + " :budgetLine, :partner, :pence, :costCentre, :subjective, :project)");
        for (int i = 0; i < journal.entries().size(); i++) {
            Entry entry = journal.entries().get(i);
            batch.bind("journal", journal.id())
                    .bind("line", i + 1)
                    .bind("account", entry.account().name())
                    .bind("year", journal.period().year().code())
                    .bind("budgetLine", entry.budgetLine())
                    .bind("partner", entry.partner())
                    .bind("pence", entry.amount().pence())
                    .bindMethods(entry.coding())
                    .add();
        }
        batch.execute();
    }

    public Optional<Posted> find(UUID id) {
        return db.read(h -> h.createQuery(SELECT_ONE)
                .bind("id", id)
                .map((row, context) -> posted(h, row))
                .findOne());
    }

    public boolean isReversed(UUID id) {
        return db.read(h -> h.createQuery("select exists (select from journal where reverses = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** In order of entry, after the one with that number; {@code year} and {@code line} may be null. */
    public List<Posted> page(FinancialYear year, String line, long after, int most) {
        return db.read(h -> h.createQuery(SELECT)
                .bind("year", year == null ? null : year.code())
                .bind("line", line)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> posted(h, row))
                .list());
    }

    private static Posted posted(Handle h, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        FinancialYear year =
                FinancialYear.parse(row.getString("financial_year")).orElseThrow();
        Journal journal = new Journal(
                id,
                row.getObject("posted_on", LocalDate.class),
                new Period(year, row.getInt("period")),
                row.getString("description"),
                row.getObject("reverses", UUID.class),
                origin(row),
                entries(h, id));
        return new Posted(
                journal,
                row.getLong("entered"),
                row.getObject("recorded_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }

    private static Origin origin(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return source == null ? null : new Origin(source, row.getString("source_reference"));
    }

    private static List<Entry> entries(Handle h, UUID journal) {
        return h.createQuery("select account, budget_line, partner, amount_pence, cost_centre, subjective, project"
                        + " from posting where journal = :journal order by line")
                .bind("journal", journal)
                .map(Journals::entry)
                .list();
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                Account.valueOf(row.getString("account")),
                row.getString("budget_line"),
                row.getString("partner"),
                Money.ofPence(row.getLong("amount_pence")),
                new Coding(row.getString("cost_centre"), row.getString("subjective"), row.getString("project")));
    }
}
