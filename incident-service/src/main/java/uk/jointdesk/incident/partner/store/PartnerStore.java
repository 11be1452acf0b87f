package uk.jointdesk.incident.partner.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.audit.AuditedRequest;
import uk.jointdesk.incident.partner.domain.Partner;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kit.version.Version;

/** The register of partners. Everybody may read it; it holds no partner's data. */
@ApplicationScoped
public class PartnerStore {

    private final ScopedDb db;
    private final AuditedRequest request;

    public PartnerStore(ScopedDb db, AuditedRequest request) {
        this.db = db;
        this.request = request;
    }

    public List<Partner> all() {
        return db.read(PartnerStore::all);
    }

    public static List<Partner> all(Handle handle) {
        return handle.createQuery("select * from partner order by code")
                .map((row, context) -> partner(row))
                .list();
    }

    public Optional<Partner> find(String code) {
        return db.read(handle -> find(handle, code, ""));
    }

    public boolean exists(String code) {
        return find(code).isPresent();
    }

    /** All codes, for work that has no caller. */
    public Set<String> codes() {
        return db.as(PartnerScope.NONE).read(handle -> handle.createQuery("select code from partner")
                .mapTo(String.class)
                .set());
    }

    /** The codes of everybody's sub-bodies, for widening a scope; asked before there is one. */
    public Set<String> subBodiesOf(Collection<String> parents) {
        return db.as(PartnerScope.NONE)
                .read(handle -> handle.createQuery("select code from partner where parent = any(:parents)")
                        .bindArray("parents", String.class, parents.toArray())
                        .mapTo(String.class)
                        .set());
    }

    public Partner add(Partner partner) {
        return db.write(handle -> {
            checkNamed(handle, partner);
            request.about(partner.code(), List.of(partner.code()));
            int added = bind(
                    handle,
                    partner,
                    "insert into partner (code, name, kind, parent, host, member_from, member_to, calendar)"
                            + " values (:code, :name, :kind, :parent, :host, :from, cast(:to as date), :calendar)"
                            + " on conflict (code) do nothing");
            if (added == 0) {
                throw Refusal.conflict("partner-exists", "There is a partner with this code.");
            }
            return partner;
        });
    }

    public Partner change(Partner changed, long expectedVersion) {
        return db.write(handle -> {
            Partner now = find(handle, changed.code(), " for update").orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, now.version());
            checkNamed(handle, changed);
            bind(
                    handle,
                    changed,
                    "update partner set name = :name, kind = :kind, parent = :parent, host = :host,"
                            + " member_from = :from, member_to = cast(:to as date), calendar = :calendar, version = version + 1"
                            + " where code = :code");
            return find(handle, changed.code(), "").orElseThrow();
        });
    }

    private static void checkNamed(Handle handle, Partner partner) {
        if (partner.parent() != null && find(handle, partner.parent(), "").isEmpty()) {
            throw Refusal.refused(
                    "partner-unknown", "There is no such parent.", new FieldError("/parent", "is unknown"));
        }
        boolean calendarKnown = handle.createQuery("select exists (select from calendar where code = :code)")
                .bind("code", partner.calendar())
                .mapTo(Boolean.class)
                .one();
        if (!calendarKnown) {
            throw Refusal.refused(
                    "calendar-unknown", "There is no such calendar.", new FieldError("/calendar", "is unknown"));
        }
    }

    private static int bind(Handle handle, Partner partner, String sql) {
        return handle.createUpdate(sql)
                .bind("code", partner.code())
                .bind("name", partner.name())
                .bind("kind", partner.kind())
                .bind("parent", partner.parent())
                .bind("host", partner.host())
                .bind("from", partner.memberFrom())
                .bind("to", partner.memberTo())
                .bind("calendar", partner.calendar())
                .execute();
    }

    private static Optional<Partner> find(Handle handle, String code, String lock) {
        return handle.createQuery("select * from partner where code = :code" + lock)
                .bind("code", code)
                .map((row, context) -> partner(row))
                .findOne();
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("parent"),
                row.getBoolean("host"),
                row.getObject("member_from", LocalDate.class),
                row.getObject("member_to", LocalDate.class),
                row.getString("calendar"),
                row.getLong("version"));
    }
}
