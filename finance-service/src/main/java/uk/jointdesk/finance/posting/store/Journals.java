package uk.jointdesk.finance.posting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.domain.JournalFilter;
import uk.jointdesk.finance.posting.domain.Origin;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.kit.db.ScopedDb;

/** The ledger: journals are added and read, never changed; PostgreSQL checks their balance once more at commit. */
@ApplicationScoped
public class Journals {
    private static final String SELECT = """
            select * from journal j
             where (:year::text is null or j.financial_year = :year)
               and (:period::int is null or j.period = :period)
               and j.entered > :after
               and exists (
                   select from posting p
                     left join budget_line l on l.financial_year = p.financial_year and l.code = p.budget_line
                    where p.journal = j.id
                      and (:account::text is null or p.account = :account)
                      and (:line::text is null or p.budget_line = :line)
                      and (:kind::text is null or l.kind = :kind)
                      and (:partner::text is null or p.partner = :partner)
                      and (:costCentre::text is null or p.cost_centre = :costCentre)
                      and (:subjective::text is null or p.subjective = :subjective)
                      and (:project::text is null or p.project = :project))
             order by j.entered limit :most
            """;
    private final ScopedDb db;

    public Journals(ScopedDb db) {
        this.db = db;
    }

    /** Refuses a journal of a closed period, and one that undoes a journal undone before, whoever was first. */
    public void add(Journal journal, String by) {
        addAll(List.of(journal), by);
    }

    /** All of them or none. */
    public void addAll(List<Journal> journals, String by) {
        db.run(h -> {
            try {
                journals.forEach(journal -> insert(h, journal, by));
            } catch (UnableToExecuteStatementException refused) {
                throw LedgerRefusals.of(refused);
            }
        });
    }

    private static void insert(Handle h, Journal journal, String by) {
        Origin origin = journal.origin();
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
        return db.read(h -> JournalRows.complete(
                        h,
                        h.createQuery("select * from journal where id = :id")
                                .bind("id", id)
                                .map(JournalRows::head)
                                .list())
                .stream()
                .findFirst());
    }

    /** The journal that was posted from there, if one was. */
    public Optional<UUID> from(Origin origin) {
        return db.read(
                h -> h.createQuery("select id from journal where source = :source and source_reference = :reference")
                        .bindMethods(origin)
                        .mapTo(UUID.class)
                        .findOne());
    }

    public boolean isReversed(UUID id) {
        return db.read(h -> h.createQuery("select exists (select from journal where reverses = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
    }

    /** In order of entry, after the one with that number. */
    public List<Posted> page(JournalFilter filter, long after, int most) {
        return db.read(h -> JournalRows.complete(
                h,
                bound(h.createQuery(SELECT), filter)
                        .bind("after", after)
                        .bind("most", most)
                        .map(JournalRows::head)
                        .list()));
    }

    private static Query bound(Query query, JournalFilter filter) {
        return query.bind("year", filter.year() == null ? null : filter.year().code())
                .bind("period", filter.period())
                .bind("account", filter.account())
                .bind("line", filter.budgetLine())
                .bind("kind", filter.kind())
                .bind("partner", filter.partner())
                .bindMethods(filter.coding());
    }
}
