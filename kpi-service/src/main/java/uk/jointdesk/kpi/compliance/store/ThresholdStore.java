package uk.jointdesk.kpi.compliance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.servicelevel.agreement.Metric;

/** The register of target levels; the same for every reader. */
@ApplicationScoped
public class ThresholdStore {

    private final ScopedDb db;

    public ThresholdStore(ScopedDb db) {
        this.db = db;
    }

    /** The levels of the resolution clock. */
    public Thresholds all() {
        return of(Metric.RESOLUTION);
    }

    /** The levels of a clock; none where nothing is agreed about it. */
    public Thresholds of(Metric metric) {
        List<Thresholds.Dated> levels = db.as(PartnerScope.NONE).read(handle -> handle.createQuery(
                        "select * from target where metric = :metric order by priority, valid_from")
                .bind("metric", metric.name())
                .map((row, context) -> new Thresholds.Dated(
                        row.getString("priority"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new Threshold(row.getBigDecimal("tsl"), Optional.ofNullable(row.getBigDecimal("msl")))))
                .list());
        return new Thresholds(levels);
    }
}
