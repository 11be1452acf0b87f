package uk.jointdesk.kpi.backlog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.store.KeptMonths;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;

/** The tickets open at the ends of months, added up from kept movements: no ticket is looked at. */
@ApplicationScoped
public class MonthEnds {

    private static final String CHANGES = """
            select width_bucket(month, cast(:starts as date[])) - 1 as month, sum(open) as open, sum(aged) as aged
              from (select month, coalesce(sum(net), 0) as open,
                           coalesce(sum(tickets) filter (where movement = 'AGED'), 0) as aged
                      from movement_month
                     where month <= :to and (net <> 0 or movement = 'AGED') and %s
                     group by month) changed
             group by 1
            """.formatted(KeptMonths.CONDITION);

    private final ScopedDb db;

    public MonthEnds(ScopedDb db) {
        this.db = db;
    }

    /**
     * What is open at the end of a month, in tickets.
     *
     * @param aged logged more than 30 local days before
     */
    public record Stock(long open, long aged) {
        private static final Stock NONE = new Stock(0, 0);

        private Stock plus(Stock change) {
            return new Stock(open + change.open, aged + change.aged);
        }
    }

    /**
     * The stock of each month in the caller's scope.
     *
     * @param months one after the other
     * @param filter that names no queue and no category
     */
    public AsAt<Map<YearMonth, Stock>> of(List<YearMonth> months, Filter filter, PartnerRows partners) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> read(handle, months, filter, partners)));
    }

    private static Map<YearMonth, Stock> read(
            Handle handle, List<YearMonth> months, Filter filter, PartnerRows partners) {
        Map<Integer, Stock> changes = changes(handle, months, filter, partners);
        Map<YearMonth, Stock> stocks = new HashMap<>();
        Stock open = changes.getOrDefault(-1, Stock.NONE);
        for (int i = 0; i < months.size(); i++) {
            open = open.plus(changes.getOrDefault(i, Stock.NONE));
            stocks.put(months.get(i), open);
        }
        return stocks;
    }

    /** By the month's number; what changed before all of them is number -1. */
    private static Map<Integer, Stock> changes(
            Handle handle, List<YearMonth> months, Filter filter, PartnerRows partners) {
        List<LocalDate> starts = months.stream().map(month -> month.atDay(1)).toList();
        Query query = handle.createQuery(CHANGES)
                .bindArray("starts", LocalDate.class, starts)
                .bind("to", starts.get(starts.size() - 1));
        Map<Integer, Stock> changes = new HashMap<>();
        TicketFilter.bind(query, filter, partners)
                .map((row, context) ->
                        changes.put(row.getInt("month"), new Stock(row.getLong("open"), row.getLong("aged"))))
                .list();
        return changes;
    }
}
