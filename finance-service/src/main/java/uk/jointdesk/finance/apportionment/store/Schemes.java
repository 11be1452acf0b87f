package uk.jointdesk.finance.apportionment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.jointdesk.finance.apportionment.domain.Scheme;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.SchemeVersion;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/**
 * Schemes with their dated versions. A formula needs every partner's weight, so it is read whole; what of it a caller
 * may see is decided where it is shown.
 */
@ApplicationScoped
public class Schemes {
    private final ScopedDb.Scoped everybody;

    public Schemes(ScopedDb db) {
        this.everybody = db.as(PartnerScope.ALL);
    }

    public List<SchemeRecord> all() {
        return everybody.read(h -> {
            VersionRows rows = VersionRows.read(h);
            return h.createQuery("select code, title from apportionment_scheme order by code")
                    .map((row, context) -> rows.of(row.getString("code"), row.getString("title")))
                    .list();
        });
    }

    public Optional<SchemeRecord> find(String code) {
        return all().stream().filter(scheme -> scheme.code().equals(code)).findFirst();
    }

    /** As far as they are in force. */
    public Map<String, Scheme> byCode() {
        return all().stream().map(SchemeRecord::scheme).collect(Collectors.toMap(Scheme::code, Function.identity()));
    }

    /** False when the code is taken. */
    public boolean add(String code, String title) {
        return everybody.write(
                h -> h.createUpdate("insert into apportionment_scheme (code, title) values (:code, :title)"
                                        + " on conflict do nothing")
                                .bind("code", code)
                                .bind("title", title)
                                .execute()
                        == 1);
    }

    /**
     * Adds a version with its decision, if it has one.
     *
     * @param read the driver values that its weights were read from
     * @return false when the scheme got a version of that number meanwhile
     */
    public boolean add(String scheme, SchemeRecord.Version version, Collection<DriverValue> read) {
        return everybody.write(h -> new VersionWriter(h, scheme, version.version()).write(version, read));
    }

    /** False when the version was decided meanwhile. */
    public boolean decide(String scheme, SchemeVersion version, Standing.Decision decision) {
        return everybody.write(h -> new VersionWriter(h, scheme, version).decide(decision));
    }
}
