package uk.jointdesk.finance.accrual.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.accrual.domain.Accrual;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Coding;
import uk.jointdesk.finance.posting.domain.Journal;
import uk.jointdesk.finance.posting.store.Journals;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;

/** Accruals and prepayments, each with its two journals. */
@ApplicationScoped
public class Accruals {
    private static final String SELECT = "select a.*, p.partner, p.cost_centre, p.subjective, p.project from accrual a"
            + " join posting p on p.journal = a.journal and p.line = 1"
            + " where (:year::text is null or a.financial_year = :year) and (:id::uuid is null or a.id = :id::uuid)"
            + " and (:period::integer is null or a.period = :period) order by a.financial_year, a.period, a.recorded_at, a.id";
    private final ScopedDb db;
    private final Journals journals;
    private final Clock clock;

    public Accruals(ScopedDb db, Journals journals, Clock clock) {
        this.db = db;
        this.journals = journals;
        this.clock = clock;
    }

    /** An accrual and where it was posted. */
    public record Recorded(Accrual accrual, UUID journal, UUID reversal) {}

    /** Posts both journals; neither without the other. */
    public void post(Accrual accrual, String by) {
        Journal journal = accrual.journal();
        Journal reversal = accrual.reversal(journal);
        db.run(h -> {
            journals.add(journal, by);
            journals.add(reversal, by);
            h.createUpdate("insert into accrual (id, kind, financial_year, period, budget_line, amount_pence,"
                            + " description, journal, reversal, order_reference, recorded_at, recorded_by) values (:id,"
                            + " :how, :year, :number, :budgetLine, :pence, :description, :journal, :reversal, :order,"
                            + " :now, :by)")
                    .bindMethods(accrual)
                    .bind("how", accrual.kind().name())
                    .bind("year", accrual.period().year().code())
                    .bind("number", accrual.period().number())
                    .bind("pence", accrual.amount().pence())
                    .bind("journal", journal.id())
                    .bind("reversal", reversal.id())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("by", by)
                    .execute();
        });
    }

    /** By period; {@code period} null for the whole year. */
    public List<Recorded> of(FinancialYear year, Integer period) {
        return list(year.code(), period, null);
    }

    public Optional<Recorded> find(UUID id) {
        return list(null, null, id).stream().findFirst();
    }

    private List<Recorded> list(String year, Integer period, UUID id) {
        return db.read(h -> h.createQuery(SELECT)
                .bind("year", year)
                .bind("period", period)
                .bind("id", id)
                .map(Accruals::recorded)
                .list());
    }

    private static Recorded recorded(ResultSet row, StatementContext context) throws SQLException {
        FinancialYear year =
                FinancialYear.parse(row.getString("financial_year")).orElseThrow();
        Accrual accrual = new Accrual(
                row.getObject("id", UUID.class),
                Accrual.Kind.valueOf(row.getString("kind")),
                new Period(year, row.getInt("period")),
                row.getString("budget_line"),
                row.getString("partner"),
                new Coding(row.getString("cost_centre"), row.getString("subjective"), row.getString("project")),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("description"),
                row.getString("order_reference"));
        return new Recorded(accrual, row.getObject("journal", UUID.class), row.getObject("reversal", UUID.class));
    }
}
