package uk.jointdesk.finance.bill.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import uk.jointdesk.finance.bill.domain.BillingParty;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Names and electronic addresses of the councils; a register that holds nothing one may not know of another. */
@ApplicationScoped
public class BillingParties {
    private final ScopedDb.Scoped db;

    public BillingParties(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    /** The council that runs the service and bills for it. */
    public Optional<BillingParty> host() {
        return db.read(h -> h.createQuery("select * from billing_party where host")
                .map((row, context) -> party(row))
                .findOne());
    }

    public Optional<BillingParty> find(String partner) {
        return db.read(h -> h.createQuery("select * from billing_party where partner = :partner")
                .bind("partner", partner)
                .map((row, context) -> party(row))
                .findOne());
    }

    private static BillingParty party(ResultSet row) throws SQLException {
        return new BillingParty(
                row.getString("partner"),
                row.getString("legal_name"),
                row.getString("endpoint_scheme"),
                row.getString("endpoint"),
                row.getString("country"));
    }
}
