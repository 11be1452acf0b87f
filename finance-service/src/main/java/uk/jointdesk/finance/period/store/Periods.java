package uk.jointdesk.finance.period.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Which periods still take journals; a register without a partner's rows. */
@ApplicationScoped
public class Periods {
    private final ScopedDb.Scoped db;

    public Periods(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    public SortedSet<Period> open(FinancialYear year) {
        return db.read(h -> new TreeSet<>(
                h.createQuery("select period from accounting_period where financial_year = :year and not closed")
                        .bind("year", year.code())
                        .mapTo(Integer.class)
                        .map(number -> new Period(year, number))
                        .list()));
    }

    /** The first that takes journals; periods close in order. */
    public Optional<Period> firstOpen(FinancialYear year) {
        return open(year).stream().findFirst();
    }

    /** Whether it was closed; a period of a year that was never opened was not. */
    public boolean isClosed(Period period) {
        return db.read(h -> h.createQuery("select exists (select from accounting_period"
                        + " where financial_year = :year and period = :period and closed)")
                .bind("year", period.year().code())
                .bind("period", period.number())
                .mapTo(Boolean.class)
                .one());
    }
}
