package uk.jointdesk.kpi.partner.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.partner.domain.Partner;
import uk.jointdesk.kpi.partner.domain.Partners;

/** This service's copy of the partner register, so that it can answer while incident-service is away. */
@ApplicationScoped
public class PartnerStore {

    private final ScopedDb db;

    public PartnerStore(ScopedDb db) {
        this.db = db;
    }

    public Partners all() {
        return db.as(PartnerScope.NONE).read(PartnerStore::read);
    }

    private static Partners read(Handle handle) {
        List<Partner> members = handle.createQuery("select * from partner order by code")
                .map((row, context) -> new Partner(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("parent"),
                        row.getBoolean("host"),
                        row.getObject("member_from", LocalDate.class),
                        row.getObject("member_to", LocalDate.class),
                        row.getString("calendar")))
                .list();
        return new Partners(members);
    }

    /** Takes the register as it now stands upstream, in the caller's transaction. */
    public static void replace(Handle handle, Partners partners) {
        if (read(handle).equals(partners)) {
            return;
        }
        handle.execute("delete from partner");
        PreparedBatch batch = handle.prepareBatch("""
                insert into partner (code, name, kind, parent, host, member_from, member_to, calendar)
                values (:code, :name, :kind, :parent, :host, :memberFrom, :memberTo, :calendar)
                """);
        partners.members().forEach(partner -> batch.bindMethods(partner).add());
        batch.execute();
    }
}
