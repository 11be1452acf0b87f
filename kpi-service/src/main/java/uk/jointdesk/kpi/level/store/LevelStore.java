package uk.jointdesk.kpi.level.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.level.domain.Levels;
import uk.jointdesk.kpi.level.domain.Measure;

/** The dated levels of measures; the same for every reader. */
@ApplicationScoped
public class LevelStore {

    private final ScopedDb db;

    public LevelStore(ScopedDb db) {
        this.db = db;
    }

    public Levels of(Measure measure) {
        List<Levels.Dated> dated = db.as(PartnerScope.NONE).read(handle -> handle.createQuery(
                        "select * from measure_level where measure = :measure order by valid_from")
                .bind("measure", measure.name())
                .map((row, context) -> new Levels.Dated(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        new Level(
                                row.getBoolean("lower_is_better"),
                                row.getBigDecimal("tsl"),
                                Optional.ofNullable(row.getBigDecimal("msl")))))
                .list());
        return new Levels(dated);
    }
}
