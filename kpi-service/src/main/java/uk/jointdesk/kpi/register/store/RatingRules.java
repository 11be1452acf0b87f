package uk.jointdesk.kpi.register.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.register.domain.RatingRule;

/** The dated rules by which results become ratings; the same for every reader. */
@ApplicationScoped
public class RatingRules {

    private final ScopedDb db;

    public RatingRules(ScopedDb db) {
        this.db = db;
    }

    public List<RatingRule> all() {
        return db.as(PartnerScope.NONE).read(handle -> handle.createQuery("select * from rating_rule order by begins")
                .map((row, context) -> new RatingRule(
                        row.getInt("version"),
                        row.getObject("begins", LocalDate.class),
                        row.getBigDecimal("margin"),
                        row.getString("source")))
                .list());
    }

    /** The rule in force on the last day of a month. */
    public static Optional<RatingRule> of(List<RatingRule> rules, YearMonth month) {
        return rules.stream()
                .filter(rule -> !rule.from().isAfter(month.atEndOfMonth()))
                .reduce((earlier, later) -> later);
    }
}
