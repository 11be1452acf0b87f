package uk.jointdesk.finance.posting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
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

/** Journals as rows: their heads first, then the lines of all of them in one go. */
final class JournalRows {
    private JournalRows() {}

    /** A journal without its lines. */
    record Head(
            UUID id,
            long entered,
            LocalDate date,
            Period period,
            String description,
            UUID reverses,
            Origin origin,
            Instant recordedAt,
            String recordedBy) {

        Posted with(List<Entry> entries) {
            Journal journal = new Journal(id, date, period, description, reverses, origin, entries);
            return new Posted(journal, entered, recordedAt, recordedBy);
        }
    }

    static Head head(ResultSet row, StatementContext context) throws SQLException {
        FinancialYear year =
                FinancialYear.parse(row.getString("financial_year")).orElseThrow();
        String source = row.getString("source");
        return new Head(
                row.getObject("id", UUID.class),
                row.getLong("entered"),
                row.getObject("posted_on", LocalDate.class),
                new Period(year, row.getInt("period")),
                row.getString("description"),
                row.getObject("reverses", UUID.class),
                source == null ? null : new Origin(source, row.getString("source_reference")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    static List<Posted> complete(Handle h, List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Entry>> entries = new HashMap<>();
        h.createQuery("select journal, account, budget_line, partner, amount_pence, cost_centre, subjective, project"
                        + " from posting where journal in (<journals>) order by journal, line")
                .bindList("journals", heads.stream().map(Head::id).toList())
                .map((row, context) -> entries.computeIfAbsent(
                                row.getObject("journal", UUID.class), any -> new ArrayList<>())
                        .add(entry(row)))
                .list();
        return heads.stream()
                .map(head -> head.with(entries.getOrDefault(head.id(), List.of())))
                .toList();
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Account.valueOf(row.getString("account")),
                row.getString("budget_line"),
                row.getString("partner"),
                Money.ofPence(row.getLong("amount_pence")),
                new Coding(row.getString("cost_centre"), row.getString("subjective"), row.getString("project")));
    }
}
