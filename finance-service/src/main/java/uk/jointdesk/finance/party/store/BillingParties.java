package uk.jointdesk.finance.party.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.party.domain.BillingParty;
import uk.jointdesk.finance.party.domain.ElectronicAddress;
import uk.jointdesk.finance.party.domain.PartyVersion;
import uk.jointdesk.finance.party.domain.PostalAddress;
import uk.jointdesk.kit.db.ScopedDb;

/** Names and addresses of the councils; a register that holds nothing one may not know of another. */
@ApplicationScoped
public class BillingParties {
    private static final String SELECT =
            "select v.*, p.host from billing_party_version v join billing_party p on p.partner = v.partner";
    private static final String LATEST =
            " where v.version = (select max(version) from billing_party_version where partner = v.partner)";
    private final ScopedDb db;

    public BillingParties(ScopedDb db) {
        this.db = db;
    }

    /** What a bill was printed with. */
    public record Printed(BillingParty from, BillingParty to) {}

    /** In their latest versions, by partner code. */
    public List<PartyVersion> latest() {
        return db.read(h -> h.createQuery(SELECT + LATEST + " order by v.partner")
                .map(BillingParties::version)
                .list());
    }

    public Optional<PartyVersion> latest(String partner) {
        return db.read(h -> h.createQuery(SELECT + LATEST + " and v.partner = :partner")
                .bind("partner", partner)
                .map(BillingParties::version)
                .findOne());
    }

    /** The first first; none for a partner that bills do not name. */
    public List<PartyVersion> versions(String partner) {
        return db.read(h -> h.createQuery(SELECT + " where v.partner = :partner order by v.version")
                .bind("partner", partner)
                .map(BillingParties::version)
                .list());
    }

    /**
     * What an issued bill was printed with; a bill issued before anything was written down of somebody names them as the
     * first version does. Empty where nothing is written down at all, or the bill is not the caller's.
     */
    public Optional<Printed> printedOn(String bill) {
        return db.read(
                h -> of(h, bill, "coalesce(i.from_partner, (select partner from billing_party where host))", "from")
                        .flatMap(from -> of(h, bill, "i.partner", "to").map(to -> new Printed(from, to))));
    }

    private static Optional<BillingParty> of(Handle h, String bill, String partner, String side) {
        return h.createQuery(SELECT + " join bill_issue i on v.partner = " + partner + " and v.version = coalesce(i."
                        + side + "_version, 1) where i.number = :bill")
                .bind("bill", bill)
                .map(BillingParties::version)
                .findOne()
                .map(PartyVersion::party);
    }

    /** Writes a version down; false when there is one of that number. */
    public boolean add(PartyVersion written) {
        return db.write(h -> {
            h.createUpdate("insert into billing_party (partner) values (:partner) on conflict do nothing")
                    .bind("partner", written.party().partner())
                    .execute();
            return insert(h, written) == 1;
        });
    }

    private static int insert(Handle h, PartyVersion written) {
        BillingParty party = written.party();
        return h.createUpdate("insert into billing_party_version (partner, version, valid_from, legal_name, street,"
                        + " district, city, postcode, country, vat_number, endpoint_scheme, endpoint, source, assumption,"
                        + " recorded_at, recorded_by) values (:partner, :version, :validFrom, :legalName, :street,"
                        + " :district, :city, :postcode, :country, :vat, :scheme, :id, :source, :assumption, :at, :by)"
                        + " on conflict do nothing")
                .bind("partner", party.partner())
                .bind("version", written.number())
                .bind("validFrom", written.validFrom())
                .bind("legalName", party.legalName())
                .bindMethods(party.address())
                .bind("vat", party.vatNumber())
                .bindMethods(party.endpoint())
                .bind("source", written.source())
                .bind("assumption", written.assumption())
                .bind("at", written.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("by", written.recordedBy())
                .execute();
    }

    private static PartyVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new PartyVersion(
                party(row),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("host"),
                row.getString("source"),
                row.getBoolean("assumption"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static BillingParty party(ResultSet row) throws SQLException {
        return new BillingParty(
                row.getString("partner"),
                row.getString("legal_name"),
                new PostalAddress(
                        row.getString("street"),
                        row.getString("district"),
                        row.getString("city"),
                        row.getString("postcode"),
                        row.getString("country")),
                row.getString("vat_number"),
                new ElectronicAddress(row.getString("endpoint_scheme"), row.getString("endpoint")));
    }
}
