package uk.jointdesk.kpi.p1.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.store.TicketFilter;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.store.ProgressStore;
import uk.jointdesk.kpi.p1.domain.SeriousTicket;
import uk.jointdesk.kpi.p1.domain.Tally;
import uk.jointdesk.kpi.period.domain.Range;

/** The P1 resolved in a range of days, one by one. */
@ApplicationScoped
public class SeriousTicketStore {

    private static final String OF_EVERYBODY = """
            from judged_ticket
             where priority = 'P1' and counted_on between :from and :to
               and outcome in ('MET', 'BREACHED', 'NO_TARGET')
            """;
    private static final String RESOLVED = OF_EVERYBODY + " and " + TicketFilter.CONDITION;
    private static final String EVERY = "select * " + OF_EVERYBODY + " order by resolved_at, ticket";
    private static final String TALLY = """
            select count(*) as tickets, count(*) filter (where outcome = 'MET') as met,
                   count(*) filter (where outcome in ('MET', 'BREACHED')) as measured
            """ + RESOLVED;
    private static final String LIST = "select * " + RESOLVED + """
               and (resolved_at, ticket) > (:resolvedAt, :ticket) order by resolved_at, ticket limit :limit
            """;

    private final ScopedDb db;

    public SeriousTicketStore(ScopedDb db) {
        this.db = db;
    }

    /** A place in the list, by resolution. */
    public record Place(Instant resolvedAt, String ticket) {
        public static final Place START = new Place(Instant.EPOCH, "");
    }

    /** A page of the list, and how many there are in all. */
    public record Listed(List<SeriousTicket> tickets, Tally tally) {}

    /** Those after a place, in the caller's scope. */
    public AsAt<Listed> list(Range range, Filter filter, PartnerRows partners, Place after, int limit) {
        return db.read(handle -> ProgressStore.asAt(
                handle,
                () -> new Listed(
                        bind(handle, LIST, range, filter, partners)
                                .bind("resolvedAt", after.resolvedAt().atOffset(ZoneOffset.UTC))
                                .bind("ticket", after.ticket())
                                .bind("limit", limit)
                                .map((row, context) -> ticket(row))
                                .list(),
                        bind(handle, TALLY, range, filter, partners)
                                .map((row, context) -> tally(row))
                                .one())));
    }

    /** All of them of every partner, by their resolution. */
    public List<SeriousTicket> ofWholeService(Range range) {
        return db.as(PartnerScope.ALL).read(handle -> handle.createQuery(EVERY)
                .bind("from", range.from())
                .bind("to", range.to())
                .map((row, context) -> ticket(row))
                .list());
    }

    private static Query bind(Handle handle, String sql, Range range, Filter filter, PartnerRows partners) {
        return TicketFilter.bind(handle.createQuery(sql), filter, partners)
                .bind("from", range.from())
                .bind("to", range.to());
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(row.getLong("tickets"), row.getLong("met"), row.getLong("measured"));
    }

    private static SeriousTicket ticket(ResultSet row) throws SQLException {
        return new SeriousTicket(
                row.getString("ticket"),
                row.getString("partner"),
                row.getString("type"),
                row.getString("queue"),
                row.getString("organisation"),
                row.getString("category"),
                instant(row, "logged_at"),
                instant(row, "resolved_at"),
                row.getInt("reopen_count"),
                row.getString("outcome"),
                row.getObject("target_minutes", Long.class),
                row.getObject("consumed_millis", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
