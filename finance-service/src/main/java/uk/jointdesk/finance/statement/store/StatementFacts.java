package uk.jointdesk.finance.statement.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import uk.jointdesk.finance.monitoring.domain.LinePosition;
import uk.jointdesk.finance.monitoring.store.Positions;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Where the budget's lines stand, and how old the ledger is that says so. */
@ApplicationScoped
public class StatementFacts {
    private final Positions positions;
    private final ScopedDb.Scoped register;

    public StatementFacts(Positions positions, ScopedDb db) {
        this.positions = positions;
        this.register = db.as(PartnerScope.NONE);
    }

    /** When the latest journal was entered; null while there is none. */
    public Instant ledgerAsAt() {
        return register.read(h -> h.createQuery("select recorded_at from journal order by entered desc limit 1")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(null));
    }

    /** Every line of a year at the end of a period. */
    public List<LinePosition> positions(FinancialYear year, int upTo) {
        return positions.of(year, upTo);
    }
}
