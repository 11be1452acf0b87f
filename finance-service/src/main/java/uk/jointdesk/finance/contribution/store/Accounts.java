package uk.jointdesk.finance.contribution.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.kit.db.ScopedDb;

/** What each partner in the caller's scope was billed for a year, and what it paid on these bills. */
@ApplicationScoped
public class Accounts {
    private final ScopedDb db;

    public Accounts(ScopedDb db) {
        this.db = db;
    }

    /** @param billed as contribution; a settlement on leaving is none */
    public record Position(String partner, Money billed, Money received) {
        public static final Position NOTHING = new Position("", Money.ZERO, Money.ZERO);
    }

    /** By billed partner. */
    public Map<String, Position> of(FinancialYear year) {
        return db
                .read(h -> h.createQuery("select i.partner, sum((select sum(l.amount_pence) from bill_line l"
                                + " where l.bill = i.bill and l.kind <> 'SETTLEMENT'))::bigint as billed,"
                                + " sum((select coalesce(sum(r.amount_pence), 0) from receipt r where r.bill = i.bill))::bigint"
                                + " as received from bill_issue i where i.financial_year = :year group by i.partner")
                        .bind("year", year.code())
                        .map((row, context) -> new Position(
                                row.getString("partner"),
                                Money.ofPence(row.getLong("billed")),
                                Money.ofPence(row.getLong("received"))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Position::partner, position -> position));
    }
}
