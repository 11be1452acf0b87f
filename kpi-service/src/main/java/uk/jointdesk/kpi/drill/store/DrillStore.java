package uk.jointdesk.kpi.drill.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.drill.domain.Drill;
import uk.jointdesk.kpi.drill.domain.DrilledTicket;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.servicelevel.agreement.Metric;

/** Lists the tickets behind a figure by the conditions the figure is counted with. */
@ApplicationScoped
public class DrillStore {

    private static final String JUDGED = """
            select *, 0 as number, null::timestamptz as moved_at
              from judged_ticket
             where %s and %s and ticket > :ticket
             order by ticket limit :limit
            """;

    private static final String ANSWERED = """
            select s.*, 0 as number, s.counted_at as moved_at, f.status, f.resolved_at, f.closed_at, f.reopen_count,
                   f.source, f.source_reference
              from (select * from judged_response
                     where %s and %s and ticket > :ticket
                     order by ticket limit :limit) s
              left join ticket_fact f on f.ticket = s.ticket
             order by s.ticket
            """;

    private static final String MOVED = """
            select s.*, f.status, f.outcome, f.resolved_at, f.closed_at, f.reopen_count, f.target_minutes,
                   f.consumed_millis, f.agreement, f.agreement_version, f.calendar, f.calendar_version, f.source,
                   f.source_reference
              from (select ticket, number, partner, type, priority, queue, organisation, category, logged_at,
                           %s as moved_at
                      from %s
                     where %s and %s and (ticket, number) > (:ticket, :number)
                     order by ticket, number limit :limit) s
              left join judged_ticket f on f.ticket = s.ticket
             order by s.ticket, s.number
            """;

    private final ScopedDb db;

    public DrillStore(ScopedDb db) {
        this.db = db;
    }

    /** Tickets in the caller's scope after a place in the list, by reference. */
    public AsAt<List<DrilledTicket>> tickets(Drill drill, PartnerRows partners, String ticket, int number, int limit) {
        return db.read(handle -> ProgressStore.asAt(handle, () -> {
            Query query = bind(handle, drill)
                    .bind("ticket", ticket)
                    .bind("number", number)
                    .bind("limit", limit);
            return TicketFilter.bind(query, drill.filter(), partners)
                    .map((row, context) -> DrillRow.read(row))
                    .list();
        }));
    }

    private static Query bind(Handle handle, Drill drill) {
        Query query = handle.createQuery(sql(drill)).bind("reason", drill.reason());
        if (drill.moment() != null) {
            return query.bind("before", drill.moment().before().atOffset(ZoneOffset.UTC))
                    .bind("agedBefore", drill.moment().agedBefore().atOffset(ZoneOffset.UTC));
        }
        return query.bind("from", drill.range().from()).bind("to", drill.range().to());
    }

    private static String moved(String at, String table, String condition) {
        return MOVED.formatted(at, table, condition, TicketFilter.CONDITION);
    }

    private static String sql(Drill drill) {
        String condition = DrillConditions.of(drill.set());
        if (drill.metric() == Metric.RESPONSE) {
            return ANSWERED.formatted(condition, TicketFilter.CONDITION);
        }
        return switch (drill.set().kind()) {
            case JUDGED, CLOSED -> JUDGED.formatted(condition, TicketFilter.CONDITION);
            case ENTERED, STANDING -> moved("started_at", "open_spell", condition);
            case LEFT -> moved("ended_at", "open_spell", condition);
            case RATED -> moved("rated_at", "rating", condition);
            case ANSWERED -> moved("answered_at", "survey", condition);
            case INVITED -> moved("invited_at", "survey", condition);
        };
    }
}
