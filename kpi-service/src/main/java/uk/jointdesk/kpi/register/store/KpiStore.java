package uk.jointdesk.kpi.register.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.version.Version;
import uk.jointdesk.kpi.register.domain.Audience;
import uk.jointdesk.kpi.register.domain.Definition;
import uk.jointdesk.kpi.register.domain.Direction;
import uk.jointdesk.kpi.register.domain.Kind;
import uk.jointdesk.kpi.register.domain.Kpi;
import uk.jointdesk.kpi.register.domain.RuleBroken;
import uk.jointdesk.kpi.register.domain.Source;
import uk.jointdesk.kpi.register.domain.Unit;

/** The register of indicators. It is short, so it is read as a whole. */
@ApplicationScoped
public class KpiStore {

    private final ScopedDb db;

    public KpiStore(ScopedDb db) {
        this.db = db;
    }

    /** The indicators a caller may read, by code. */
    public List<Kpi> all(Set<Audience> readable) {
        return db.read(handle -> all(handle, readable));
    }

    /** The indicators of a family for work that has no caller: its readers are sorted out later. */
    public List<Kpi> everyOneOf(String family) {
        return db.as(PartnerScope.ALL).read(handle -> all(handle, EnumSet.allOf(Audience.class))).stream()
                .filter(kpi -> kpi.family().equals(family))
                .toList();
    }

    public List<Kpi> ofFamily(String family, Set<Audience> readable) {
        return all(readable).stream().filter(kpi -> kpi.family().equals(family)).toList();
    }

    /** What the caller may not read is answered as what does not exist. */
    public Kpi one(String code, Set<Audience> readable) {
        return db.read(handle -> one(handle, code, readable));
    }

    public Kpi add(Kpi kpi) {
        return db.write(handle -> {
            checkKnown(handle, kpi);
            int added = insert(handle, kpi.definition());
            if (added == 0) {
                throw Refusal.conflict("kpi-exists", "There is an indicator with this code.");
            }
            PartWriter.write(handle, kpi, Set.of());
            return one(handle, kpi.code(), Set.of(Audience.values()));
        });
    }

    /** Makes of the indicator as it stands a changed one; nobody else changes it in between. */
    public Kpi change(String code, Set<Audience> readable, Long expectedVersion, UnaryOperator<Kpi> decision) {
        return db.write(handle -> {
            lock(handle, one(handle, code, readable).code());
            Kpi now = one(handle, code, readable);
            if (expectedVersion != null) {
                Version.check(expectedVersion, now.version());
            }
            write(handle, now, decision.apply(now));
            return one(handle, code, readable);
        });
    }

    static void write(Handle handle, Kpi now, Kpi changed) {
        checkKnown(handle, changed);
        handle.createUpdate("update kpi set title = :title, audience = :audience, note = :note, version = version + 1"
                        + " where code = :code")
                .bind("code", changed.code())
                .bind("title", changed.definition().title())
                .bind("audience", changed.definition().audience().name())
                .bind("note", changed.definition().note())
                .execute();
        PartWriter.write(handle, changed, parts(now));
    }

    static List<Kpi> all(Handle handle, Set<Audience> readable) {
        KpiParts parts = new KpiParts(handle);
        return handle
                .createQuery("select * from kpi order by code")
                .map((row, context) -> kpi(row, parts))
                .list()
                .stream()
                .filter(kpi -> readable.contains(kpi.definition().audience()))
                .toList();
    }

    private static Kpi one(Handle handle, String code, Set<Audience> readable) {
        return all(handle, readable).stream()
                .filter(kpi -> kpi.code().equals(code))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static void lock(Handle handle, String code) {
        handle.createQuery("select code from kpi where code = :code for update")
                .bind("code", code)
                .mapTo(String.class)
                .one();
    }

    private static int insert(Handle handle, Definition kpi) {
        return handle.createUpdate(
                        "insert into kpi (code, family, title, kind, unit, direction, source, audience, note)"
                                + " values (:code, :family, :title, :kind, :unit, :direction, :source, :audience, :note)"
                                + " on conflict do nothing")
                .bind("code", kpi.code())
                .bind("family", kpi.family())
                .bind("title", kpi.title())
                .bind("kind", kpi.kind().name())
                .bind("unit", kpi.unit().name())
                .bind("direction", kpi.direction().name())
                .bind("source", kpi.source().name())
                .bind("audience", kpi.audience().name())
                .bind("note", kpi.note())
                .execute();
    }

    private static Set<Object> parts(Kpi kpi) {
        Set<Object> parts = new HashSet<>(kpi.life().stages());
        parts.addAll(kpi.levels().levels());
        parts.addAll(kpi.formulas());
        parts.addAll(kpi.weights());
        parts.addAll(kpi.lineage().replaces());
        parts.addAll(kpi.lineage().replacedBy());
        return parts;
    }

    private static void checkKnown(Handle handle, Kpi kpi) {
        List<String> named = new java.util.ArrayList<>(kpi.lineage().replaces());
        named.addAll(kpi.lineage().replacedBy());
        List<String> family = handle.createQuery("select code from kpi where family = :family and code <> :code")
                .bind("family", kpi.family())
                .bind("code", kpi.code())
                .mapTo(String.class)
                .list();
        named.removeAll(family);
        if (!named.isEmpty()) {
            throw new RuleBroken("lineage-unknown", "", "The family has no other indicator " + named.get(0) + ".");
        }
    }

    private static Kpi kpi(ResultSet row, KpiParts parts) throws SQLException {
        String code = row.getString("code");
        return new Kpi(
                definition(row),
                parts.life(code),
                parts.levels(code),
                parts.formulas(code),
                parts.weights(code),
                parts.lineage(code),
                row.getLong("version"));
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString("code"),
                row.getString("family"),
                row.getString("title"),
                Kind.valueOf(row.getString("kind")),
                Unit.valueOf(row.getString("unit")),
                Direction.valueOf(row.getString("direction")),
                Source.valueOf(row.getString("source")),
                Audience.valueOf(row.getString("audience")),
                row.getString("note"));
    }
}
