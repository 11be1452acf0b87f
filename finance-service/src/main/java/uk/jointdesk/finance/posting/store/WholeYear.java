package uk.jointdesk.finance.posting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uk.jointdesk.finance.posting.domain.Entry;
import uk.jointdesk.finance.posting.domain.Posted;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** All journals of a year, however many: one statement, so that they are those of one instant, and never all in memory. */
@ApplicationScoped
public class WholeYear {
    private static final int AT_ONCE = 1_000;
    private static final String ALL = "select j.*, p.account, p.budget_line, p.partner, p.amount_pence, p.cost_centre,"
            + " p.subjective, p.project from journal j join posting p on p.journal = j.id"
            + " where j.financial_year = :year order by j.entered, p.line";
    private final ScopedDb.Scoped db;

    public WholeYear(ScopedDb db) {
        this.db = db.as(PartnerScope.ALL);
    }

    private record Row(JournalRows.Head head, Entry entry) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(JournalRows.head(row, null), JournalRows.entry(row));
        }
    }

    /** In the order of entry. */
    public void forEach(FinancialYear year, Consumer<Posted> reader) {
        db.read(h -> {
            try (Stream<Row> rows = h
                    .createQuery(ALL)
                    .setFetchSize(AT_ONCE)
                    .bind("year", year.code())
                    .map((row, context) -> Row.of(row))
                    .stream()) {
                gather(rows.iterator(), reader);
            }
            return null;
        });
    }

    private static void gather(Iterator<Row> rows, Consumer<Posted> reader) {
        JournalRows.Head head = null;
        List<Entry> entries = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (head != null && head.entered() != row.head().entered()) {
                reader.accept(head.with(entries));
                entries = new ArrayList<>();
            }
            head = row.head();
            entries.add(row.entry());
        }
        if (head != null) {
            reader.accept(head.with(entries));
        }
    }
}
