package uk.jointdesk.incident.live.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.jointdesk.incident.live.domain.OpenTickets;
import uk.jointdesk.incident.live.domain.OpenTickets.Line;
import uk.jointdesk.incident.ticket.domain.Words;
import uk.jointdesk.incident.ticket.store.Rows;
import uk.jointdesk.kit.db.ScopedDb;

/** Counts of open tickets. They read the index of open tickets only, in the caller's scope. */
@ApplicationScoped
public class OpenCounts {

    /** The condition is the index's own, word for word: that is how PostgreSQL knows that it may be used. */
    static final String COUNT = """
            select partner, priority, count(*) as open,
              count(*) filter (where status = 'NEW' and (category is null or queue is null)) as untriaged,
              count(*) filter (where status = 'ON_HOLD' and hold_reason = 'AWAITING_USER') as awaiting_user,
              count(*) filter (where status = 'ON_HOLD' and hold_reason = 'AWAITING_SUPPLIER') as awaiting_supplier,
              count(*) filter (where status = 'ON_HOLD' and hold_reason = 'AWAITING_RESOURCE') as awaiting_resource,
              count(*) filter (where status = 'ON_HOLD' and hold_reason = 'OTHER') as other,
              count(*) filter (where sla_state = 'BREACHED' or (sla_state = 'RUNNING' and breaches_at <= :now)) as breached,
              count(*) filter (where due_at >= :today and due_at < :tomorrow) as due_today
            from ticket
            where status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD') and logged_at is not null
              and (cast(:partner as text) is null or partner = :partner)
            group by partner, priority order by partner, priority
            """;

    /** The partners' day. */
    private static final ZoneId LOCAL = ZoneId.of("Europe/London");

    private final ScopedDb db;

    public OpenCounts(ScopedDb db) {
        this.db = db;
    }

    /** Of one partner unless null. */
    public List<Line> at(Instant now, String partner) {
        ZonedDateTime today = now.atZone(LOCAL).toLocalDate().atStartOfDay(LOCAL);
        return db.read(handle -> handle.createQuery(COUNT)
                .bind("now", Rows.utc(now))
                .bind("today", Rows.utc(today.toInstant()))
                .bind("tomorrow", Rows.utc(today.plusDays(1).toInstant()))
                .bind("partner", partner)
                .map((row, context) -> line(row))
                .list());
    }

    private static Line line(ResultSet row) throws SQLException {
        Map<String, Long> onHold = new LinkedHashMap<>();
        for (String reason : Words.HOLD_REASONS) {
            long count = row.getLong(reason.toLowerCase(Locale.ROOT));
            if (count > 0) {
                onHold.put(reason, count);
            }
        }
        return new Line(
                row.getString("partner"),
                row.getString("priority"),
                new OpenTickets(
                        row.getLong("open"),
                        row.getLong("untriaged"),
                        onHold,
                        row.getLong("breached"),
                        row.getLong("due_today")));
    }
}
