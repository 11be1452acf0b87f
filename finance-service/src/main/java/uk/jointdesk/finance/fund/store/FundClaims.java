package uk.jointdesk.finance.fund.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import uk.jointdesk.finance.fund.domain.FundClaim;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;

/** Claims on funds. Sums are worked out from all of them; what a caller may see is decided where it is shown. */
@ApplicationScoped
public class FundClaims {
    private final ScopedDb.Scoped everybody;
    private final Clock clock;

    public FundClaims(ScopedDb db, Clock clock) {
        this.everybody = db.as(PartnerScope.ALL);
        this.clock = clock;
    }

    /** Of a fund up to and with a day, in the order they were made. */
    public List<FundClaim> of(String fund, LocalDate upTo) {
        return everybody.read(h -> list(h, fund, upTo));
    }

    private static List<FundClaim> list(Handle h, String fund, LocalDate upTo) {
        return h.createQuery("select * from fund_claim where fund = :fund and claimed_on <= :upTo order by entered")
                .bind("fund", fund)
                .bind("upTo", upTo)
                .map(FundClaims::claim)
                .list();
    }

    /**
     * Writes a claim down, if it may follow all that were made before.
     *
     * @param check given every claim there is on the fund; throws to refuse
     */
    public void add(FundClaim claim, String by, Consumer<List<FundClaim>> check) {
        everybody.run(h -> {
            h.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "fund/" + claim.fund());
            check.accept(list(h, claim.fund(), LocalDate.of(9999, 12, 31)));
            h.createUpdate("insert into fund_claim (id, fund, partner, claimed_on, amount_pence, reference, withdraws,"
                            + " recorded_at, recorded_by) values (:id, :fund, :partner, :claimedOn, :pence, :reference,"
                            + " :withdraws::uuid, :now, :by)")
                    .bindMethods(claim)
                    .bind("pence", claim.amount().pence())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("by", by)
                    .execute();
        });
    }

    private static FundClaim claim(ResultSet row, StatementContext context) throws SQLException {
        return new FundClaim(
                row.getObject("id", UUID.class),
                row.getString("fund"),
                row.getString("partner"),
                row.getObject("claimed_on", LocalDate.class),
                Money.ofPence(row.getLong("amount_pence")),
                row.getString("reference"),
                row.getObject("withdraws", UUID.class));
    }
}
