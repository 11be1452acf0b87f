package uk.jointdesk.kpi.register.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.PointsTable;
import uk.jointdesk.kpi.register.domain.Weight;

/** Moves points between the KPIs of a family, all of them in one transaction. */
@ApplicationScoped
public class PointsStore {

    private final ScopedDb db;

    public PointsStore(ScopedDb db) {
        this.db = db;
    }

    /** Puts a table that follows from the one of that day in force from the day on. */
    public PointsTable redistribute(String family, Weight terms, UnaryOperator<PointsTable> decision) {
        return db.write(handle -> {
            List<Kpi> kpis = locked(handle, family);
            PointsTable before = table(kpis, terms.from());
            PointsTable after = decision.apply(before);
            kpis.stream()
                    .filter(kpi -> !after.points()
                            .get(kpi.code())
                            .equals(before.points().get(kpi.code())))
                    .forEach(kpi -> KpiStore.write(handle, kpi, weighted(kpi, after, terms)));
            return after;
        });
    }

    /** The points of a family's KPIs on a day. */
    public static PointsTable table(List<Kpi> kpis, LocalDate day) {
        TreeMap<String, Integer> points = new TreeMap<>();
        kpis.stream()
                .filter(kpi -> kpi.definition().kind() == Kind.KPI)
                .forEach(kpi -> points.put(kpi.code(), kpi.points(day)));
        return new PointsTable(points);
    }

    private static List<Kpi> locked(Handle handle, String family) {
        handle.createQuery("select code from kpi where family = :family order by code for update")
                .bind("family", family)
                .mapTo(String.class)
                .list();
        return KpiStore.all(handle, Set.of(Audience.values())).stream()
                .filter(kpi -> kpi.family().equals(family) && kpi.definition().kind() == Kind.KPI)
                .toList();
    }

    private static Kpi weighted(Kpi kpi, PointsTable after, Weight terms) {
        int points = after.points().get(kpi.code());
        return kpi.then(new Weight(terms.from(), points, terms.ccn(), terms.source()));
    }
}
