package uk.jointdesk.finance.code.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.code.domain.Dimension;
import uk.jointdesk.finance.code.domain.LedgerCode;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The register of codes; it belongs to the service as a whole and carries no partner's rows. */
@ApplicationScoped
public class LedgerCodes {
    private static final String COLUMNS = "dimension, code, title, active_from, active_to, source, version";
    private final ScopedDb.Scoped db;

    public LedgerCodes(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    /** By dimension and code, after those given; {@code dimension} may be null for all of them. */
    public List<LedgerCode> page(Dimension dimension, String afterDimension, String afterCode, int most) {
        return db.read(h -> h.createQuery("select " + COLUMNS + " from ledger_code"
                        + " where (:dimension::text is null or dimension = :dimension)"
                        + " and (dimension, code) > (:afterDimension, :afterCode)"
                        + " order by dimension, code limit :most")
                .bind("dimension", dimension)
                .bind("afterDimension", afterDimension)
                .bind("afterCode", afterCode)
                .bind("most", most)
                .map(LedgerCodes::code)
                .list());
    }

    public Optional<LedgerCode> find(Dimension dimension, String code) {
        return db.read(h -> h.createQuery(
                        "select " + COLUMNS + " from ledger_code where dimension = :dimension and code = :code")
                .bind("dimension", dimension)
                .bind("code", code)
                .map(LedgerCodes::code)
                .findOne());
    }

    /** False when the dimension has the code. */
    public boolean add(LedgerCode code) {
        return db.write(h -> h.createUpdate("insert into ledger_code (" + COLUMNS + ") values (:dimension, :code,"
                                + " :title, :activeFrom, :activeTo, :source, 1) on conflict do nothing")
                        .bindMethods(code)
                        .execute()
                == 1);
    }

    /** False when the code is no longer at that version. */
    public boolean change(LedgerCode code, long version) {
        return db.write(h -> h.createUpdate("update ledger_code set title = :title, active_from = :activeFrom,"
                                + " active_to = :activeTo, source = :source, version = version + 1"
                                + " where dimension = :dimension and code = :code and version = :expected")
                        .bindMethods(code)
                        .bind("expected", version)
                        .execute()
                == 1);
    }

    private static LedgerCode code(ResultSet row, StatementContext context) throws SQLException {
        return new LedgerCode(
                Dimension.valueOf(row.getString("dimension")),
                row.getString("code"),
                row.getString("title"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class),
                row.getString("source"),
                row.getLong("version"));
    }
}
