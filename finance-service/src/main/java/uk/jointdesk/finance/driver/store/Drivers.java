package uk.jointdesk.finance.driver.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.finance.driver.domain.Driver;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The register of what costs can be divided by. It holds nobody's figures. */
@ApplicationScoped
public class Drivers {
    private final ScopedDb.Scoped db;

    public Drivers(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    public List<Driver> all() {
        return db.read(h -> h.createQuery("select code, title, unit, kind, source, measured from driver order by code")
                .map((row, context) -> new Driver(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("unit"),
                        Driver.Kind.valueOf(row.getString("kind")),
                        row.getString("source"),
                        row.getString("measured")))
                .list());
    }

    public Optional<Driver> find(String code) {
        return all().stream().filter(driver -> driver.code().equals(code)).findFirst();
    }

    /** False when the code is taken. */
    public boolean add(Driver driver) {
        return db.write(h -> h.createUpdate("insert into driver (code, title, unit, kind, source, measured)"
                                + " values (:code, :title, :unit, :kind, :source, :measured) on conflict do nothing")
                        .bind("code", driver.code())
                        .bind("title", driver.title())
                        .bind("unit", driver.unit())
                        .bind("kind", driver.kind().name())
                        .bind("source", driver.source())
                        .bind("measured", driver.measured())
                        .execute()
                == 1);
    }
}
