package uk.jointdesk.finance.partner.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.partner.domain.FundingPartner;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The register of partners that share in the cost. It holds nothing that one council may not know of another. */
@ApplicationScoped
public class FundingPartners {
    private static final String COLUMNS = "code, name, parent, member_from, member_to, source, version";
    private final ScopedDb.Scoped db;

    public FundingPartners(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    public List<FundingPartner> all() {
        return db.read(h -> h.createQuery("select " + COLUMNS + " from funding_partner order by code")
                .map(FundingPartners::partner)
                .list());
    }

    public Members members() {
        return Members.of(all().stream().map(FundingPartner::membership).toList());
    }

    public Set<String> codes() {
        return all().stream().map(FundingPartner::code).collect(Collectors.toSet());
    }

    public Optional<FundingPartner> find(String code) {
        return all().stream().filter(partner -> partner.code().equals(code)).findFirst();
    }

    /** False when the code is taken. */
    public boolean add(FundingPartner partner) {
        return db.write(h -> h.createUpdate("insert into funding_partner (" + COLUMNS + ") values"
                                + " (:code, :name, :parent, :from, :to, :source, 1) on conflict do nothing")
                        .bind("code", partner.code())
                        .bind("name", partner.name())
                        .bind("parent", partner.parent())
                        .bind("from", partner.memberFrom())
                        .bind("to", partner.memberTo())
                        .bind("source", partner.source())
                        .execute()
                == 1);
    }

    /** Writes the last day of membership; false when the entry is no longer at that version. */
    public boolean leave(String code, LocalDate lastDay, long version) {
        return db.write(h -> h.createUpdate("update funding_partner set member_to = :to, version = version + 1"
                                + " where code = :code and version = :version")
                        .bind("to", lastDay)
                        .bind("code", code)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    private static FundingPartner partner(ResultSet row, StatementContext context) throws SQLException {
        return new FundingPartner(
                row.getString("code"),
                row.getString("name"),
                row.getString("parent"),
                row.getObject("member_from", LocalDate.class),
                row.getObject("member_to", LocalDate.class),
                row.getString("source"),
                row.getLong("version"));
    }
}
