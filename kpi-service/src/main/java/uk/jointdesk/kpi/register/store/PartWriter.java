package uk.jointdesk.kpi.register.store;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Stage;
import uk.jointdesk.kpi.register.domain.Weight;

/** Writes the dated parts that a changed indicator has and its former self had not. None is ever edited. */
final class PartWriter {

    private final Handle handle;
    private final String kpi;

    private PartWriter(Handle handle, String kpi) {
        this.handle = handle;
        this.kpi = kpi;
    }

    /** @param had the parts that are written already */
    static void write(Handle handle, Kpi changed, Set<Object> had) {
        PartWriter writer = new PartWriter(handle, changed.code());
        added(changed.life().stages(), had).forEach(writer::stage);
        added(changed.levels().levels(), had).forEach(writer::level);
        added(changed.formulas(), had).forEach(writer::formula);
        added(changed.weights(), had).forEach(writer::weight);
        added(changed.lineage().replacedBy(), had).forEach(successor -> writer.successor(changed.code(), successor));
        added(changed.lineage().replaces(), had).forEach(former -> writer.successor(former, changed.code()));
    }

    private static <T> List<T> added(List<T> parts, Set<Object> had) {
        return parts.stream().filter(part -> !had.contains(part)).toList();
    }

    private Update insert(String sql) {
        return handle.createUpdate(sql).bind("kpi", kpi);
    }

    private void stage(Stage stage) {
        insert("insert into kpi_stage (kpi, begins, state, ccn, note) values (:kpi, :from, :state, :ccn, :note)")
                .bind("from", stage.from())
                .bind("state", stage.state().name())
                .bind("ccn", stage.ccn())
                .bind("note", stage.note())
                .execute();
    }

    private void level(Level level) {
        insert("insert into kpi_level (kpi, begins, tsl, msl, inadequate, source, ccn)"
                        + " values (:kpi, :from, :tsl, :msl, :inadequate, :source, :ccn)")
                .bind("from", level.from())
                .bind("tsl", level.tsl())
                .bind("msl", level.msl())
                .bind("inadequate", level.inadequate())
                .bind("source", level.source())
                .bind("ccn", level.ccn())
                .execute();
    }

    private void formula(Formula formula) {
        insert("insert into kpi_formula (kpi, version, begins, kind, types, priorities, days)"
                        + " values (:kpi, :version, :from, :kind, :types, :priorities, :days)")
                .bind("version", formula.version())
                .bind("from", formula.from())
                .bind("kind", formula.kind().name())
                .bindArray("types", String.class, formula.types())
                .bindArray("priorities", String.class, formula.priorities())
                .bind("days", formula.days())
                .execute();
    }

    private void weight(Weight weight) {
        insert("insert into kpi_weight (kpi, begins, points, ccn, source) values (:kpi, :from, :points, :ccn, :source)")
                .bind("from", weight.from())
                .bind("points", weight.points())
                .bind("ccn", weight.ccn())
                .bind("source", weight.source())
                .execute();
    }

    private void successor(String former, String successor) {
        handle.createUpdate("insert into kpi_successor (kpi, successor) values (:former, :successor)")
                .bind("former", former)
                .bind("successor", successor)
                .execute();
    }
}
