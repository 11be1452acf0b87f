package uk.jointdesk.kpi.register.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Family;

/** The contracts and agreements that indicators belong to. */
@ApplicationScoped
public class FamilyStore {

    private final ScopedDb db;

    public FamilyStore(ScopedDb db) {
        this.db = db;
    }

    public List<Family> all(Set<Audience> readable) {
        return db.read(handle -> all(handle, readable));
    }

    /** Every family, for work that has no caller. */
    public List<Family> everyOne() {
        return db.as(PartnerScope.ALL).read(handle -> all(handle, EnumSet.allOf(Audience.class)));
    }

    /** A family the caller may read; what it may not read is answered as what does not exist. */
    public Family one(String code, Set<Audience> readable) {
        return find(code, readable).orElseThrow(Refusal::notFound);
    }

    public Optional<Family> find(String code, Set<Audience> readable) {
        return all(readable).stream()
                .filter(family -> family.code().equals(code))
                .findFirst();
    }

    public Family add(Family family) {
        return db.write(handle -> {
            int added = handle.createUpdate("insert into kpi_family (code, title, contract_start, audience, note)"
                            + " values (:code, :title, :start, :audience, :note) on conflict do nothing")
                    .bind("code", family.code())
                    .bind("title", family.title())
                    .bind("start", family.contractStart())
                    .bind("audience", family.audience().name())
                    .bind("note", family.note())
                    .execute();
            if (added == 0) {
                throw Refusal.conflict("family-exists", "There is a family with this code.");
            }
            return family;
        });
    }

    private static List<Family> all(Handle handle, Set<Audience> readable) {
        return handle
                .createQuery("select * from kpi_family order by code")
                .map((row, context) -> new Family(
                        row.getString("code"),
                        row.getString("title"),
                        row.getObject("contract_start", LocalDate.class),
                        Audience.valueOf(row.getString("audience")),
                        row.getString("note")))
                .list()
                .stream()
                .filter(family -> readable.contains(family.audience()))
                .toList();
    }
}
