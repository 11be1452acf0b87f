package uk.jointdesk.kpi.backlog.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.backlog.domain.OpenTickets;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.period.domain.Moment;

/** The tickets open at a moment, by name: the rows that {@link BacklogStore} counts without naming them. */
@ApplicationScoped
public class BacklogTickets {

    private static final String OPEN = """
            select partner, priority, type, ticket, hold is not null as held,
                   (triaged_at is null or triaged_at >= :before) as untriaged, logged_at < :agedBefore as aged
              from %s
             order by ticket, number
            """.formatted(OpenThen.SPELLS);

    private final ScopedDb db;

    public BacklogTickets(ScopedDb db) {
        this.db = db;
    }

    /** Those of the whole service. */
    public Map<Slice, OpenTickets> ofWholeService(Moment moment) {
        return db.as(PartnerScope.ALL).read(handle -> read(handle, moment));
    }

    private static Map<Slice, OpenTickets> read(Handle handle, Moment moment) {
        Map<Slice, OpenTickets> open = new HashMap<>();
        OpenThen.bind(handle.createQuery(OPEN), moment.before())
                .bind("agedBefore", moment.agedBefore().atOffset(ZoneOffset.UTC))
                .map((row, context) -> {
                    Slice slice = slice(row);
                    return take(open.computeIfAbsent(slice, none -> collecting()), row);
                })
                .list();
        return open;
    }

    private static Slice slice(ResultSet row) throws SQLException {
        return new Slice(row.getString("partner"), row.getString("priority"), row.getString("type"), null, 0);
    }

    private static OpenTickets collecting() {
        return new OpenTickets(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private static OpenTickets take(OpenTickets into, ResultSet row) throws SQLException {
        String ticket = row.getString("ticket");
        into.open().add(ticket);
        addIf(row.getBoolean("untriaged"), into.untriaged(), ticket);
        addIf(row.getBoolean("held"), into.onHold(), ticket);
        addIf(row.getBoolean("aged"), into.openOver30Days(), ticket);
        return into;
    }

    private static void addIf(boolean so, List<String> tickets, String ticket) {
        if (so) {
            tickets.add(ticket);
        }
    }
}
