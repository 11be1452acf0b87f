package uk.jointdesk.kpi.statistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.statistics.domain.Beginnings;

/** Reads from the kept months when facts about a partner begin. */
@ApplicationScoped
public class FirstMonths {

    private static final String FIRST =
            "select partner, min(month) as first from movement_month where tickets > 0 group by partner";

    private final ScopedDb db;

    public FirstMonths(ScopedDb db) {
        this.db = db;
    }

    private record First(String partner, LocalDate month) {}

    /** As far as the caller may see. */
    public Beginnings of(PartnerRows rows) {
        return db.read(handle -> read(handle, rows));
    }

    public Beginnings ofWholeService(PartnerRows rows) {
        return db.as(PartnerScope.ALL).read(handle -> read(handle, rows));
    }

    private static Beginnings read(Handle handle, PartnerRows rows) {
        Map<String, LocalDate> months = new TreeMap<>();
        handle.createQuery(FIRST)
                .map((row, context) -> new First(row.getString("partner"), row.getObject("first", LocalDate.class)))
                .list()
                .forEach(first -> rows.rowsOf(first.partner())
                        .forEach(row -> months.merge(row, first.month(), FirstMonths::earlier)));
        return new Beginnings(months);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
