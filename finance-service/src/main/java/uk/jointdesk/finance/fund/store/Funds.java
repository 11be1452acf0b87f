package uk.jointdesk.finance.fund.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import uk.jointdesk.finance.fund.domain.Fund;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** The register of earmarked funds. */
@ApplicationScoped
public class Funds {
    private final ScopedDb.Scoped db;

    public Funds(ScopedDb db) {
        this.db = db.as(PartnerScope.NONE);
    }

    /** A fund and how often it was changed. */
    public record Versioned(Fund fund, long version) {}

    public List<Versioned> all() {
        return db.read(h -> h.createQuery("select * from fund order by code")
                .map(Funds::fund)
                .list());
    }

    public Optional<Versioned> find(String code) {
        return all().stream().filter(entry -> entry.fund().code().equals(code)).findFirst();
    }

    /** False when the code, or the project, belongs to a fund already. */
    public boolean add(Fund fund) {
        return db.write(h -> bound(
                                h.createUpdate("insert into fund (code, title, kind, grantor, purpose, conditions,"
                                        + " award_pence, starts_on, ends_on, project, source, assumption) values (:code,"
                                        + " :title, :kind, :grantor, :purpose, :conditions, :pence, :startsOn, :endsOn,"
                                        + " :project, :source, :assumption) on conflict do nothing"),
                                fund)
                        .execute()
                == 1);
    }

    /** False when the fund is no longer at that version. */
    public boolean change(Fund fund, long version) {
        return db.write(h -> bound(
                                h.createUpdate("update fund set title = :title, conditions = :conditions,"
                                        + " award_pence = :pence, ends_on = :endsOn, source = :source,"
                                        + " assumption = :assumption, version = version + 1"
                                        + " where code = :code and version = :version"),
                                fund)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    private static Update bound(Update update, Fund fund) {
        return update.bind("code", fund.code())
                .bind("title", fund.title())
                .bind("kind", fund.kind().name())
                .bind("grantor", fund.grantor())
                .bind("purpose", fund.purpose())
                .bind("conditions", fund.conditions())
                .bind("pence", fund.award() == null ? null : fund.award().pence())
                .bind("startsOn", fund.startsOn())
                .bind("endsOn", fund.endsOn())
                .bind("project", fund.project())
                .bind("source", fund.source())
                .bind("assumption", fund.assumption());
    }

    private static Versioned fund(ResultSet row, StatementContext context) throws SQLException {
        Long award = row.getObject("award_pence", Long.class);
        Fund fund = new Fund(
                row.getString("code"),
                row.getString("title"),
                Fund.Kind.valueOf(row.getString("kind")),
                row.getString("grantor"),
                row.getString("purpose"),
                row.getString("conditions"),
                award == null ? null : Money.ofPence(award),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("project"),
                row.getString("source"),
                row.getBoolean("assumption"));
        return new Versioned(fund, row.getLong("version"));
    }
}
