package uk.jointdesk.finance.year.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The years that have been opened; a register without a partner's rows. */
@ApplicationScoped
public class FinancialYears {
    private final ScopedDb.Scoped db;

    public FinancialYears(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    public List<FinancialYear> all() {
        return db.read(h ->
                h.createQuery("select code from financial_year order by starts_on").mapTo(String.class).list().stream()
                        .map(code -> FinancialYear.parse(code).orElseThrow())
                        .toList());
    }

    /** False when the year is open already. */
    public boolean open(FinancialYear year) {
        return db.write(h -> h.createUpdate("insert into financial_year (code, starts_on, ends_on)"
                                + " values (:code, :from, :to) on conflict do nothing")
                        .bind("code", year.code())
                        .bind("from", year.from())
                        .bind("to", year.to())
                        .execute()
                == 1);
    }
}
