package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/** Tickets by the page, in a stable order: a page goes on after the last row of the one before, whatever came in since. */
@ApplicationScoped
public class TicketList {

    /** Sorts after every real due date. */
    private static final String NEVER = "9999-12-31T00:00:00Z";

    private final ScopedDb db;
    private final Clock clock;
    private final QueuesInForce queues;

    public TicketList(ScopedDb db, Clock clock, QueuesInForce queues) {
        this.db = db;
        this.clock = clock;
        this.queues = queues;
    }

    /** How a list is ordered. */
    public enum Order {
        /** The latest logged first. */
        LATEST_LOGGED("ordered_at", "desc", "<"),
        /** The first due first; what is not due comes last. */
        FIRST_DUE("coalesce(due_at, '" + NEVER + "'::timestamptz)", "asc", ">");

        private final String key;
        private final String direction;
        private final String after;

        Order(String key, String direction, String after) {
            this.key = key;
            this.direction = direction;
            this.after = after;
        }

        private String sql() {
            return key + " " + direction + ", reference " + direction;
        }

        private String cursor(Ticket last) {
            Instant dueAt = last.clock().dueAt() == null
                    ? Instant.parse(NEVER)
                    : last.clock().dueAt();
            Instant key = this == LATEST_LOGGED ? last.orderedAt() : dueAt;
            return Cursor.encode(name(), key.toString(), last.identity().reference());
        }
    }

    public Page<Ticket> page(TicketFilter filter, Order order, String cursor, int limit) {
        TicketConditions wanted = new TicketConditions(filter, clock.instant(), queues);
        if (cursor != null) {
            after(order, cursor, wanted);
        }
        wanted.values().put("limit", limit + 1);
        TicketSearch search = new TicketSearch(wanted.sql(), order.sql(), limit + 1);
        String phrase = filter.text() == null ? null : filter.text().strip();
        List<Ticket> rows =
                db.read(handle -> search.rows(filter.text(), new Statements(handle, wanted.values(), phrase)));
        return Page.of(rows, limit, order::cursor);
    }

    private record Statements(Handle handle, Map<String, Object> values, String phrase) implements TicketSearch.Asked {
        @Override
        public List<Ticket> tickets(String sql, String pattern) {
            Query query = handle.createQuery(sql);
            values.forEach((name, value) -> TicketList.bind(query, name, value));
            return query.bind("text", pattern)
                    .bind("phrase", phrase)
                    .map((row, context) -> TicketRows.ticket(row))
                    .list();
        }

        @Override
        public boolean whether(String sql, String pattern) {
            return handle.createQuery(sql)
                    .bind("text", pattern)
                    .bind("phrase", phrase)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    private static void bind(Query query, String name, Object value) {
        if (value instanceof List<?> texts) {
            query.bindArray(name, String.class, texts.toArray());
        } else if (value instanceof Instant instant) {
            query.bind(name, Rows.utc(instant));
        } else {
            query.bind(name, value);
        }
    }

    private static void after(Order order, String cursor, TicketConditions wanted) {
        List<String> keys = Cursor.decode(cursor, 3);
        wanted.values().put("afterKey", Cursor.instant(keys.get(1)));
        if (!keys.get(0).equals(order.name())) {
            throw Cursor.invalid();
        }
        wanted.values().put("afterReference", keys.get(2));
        wanted.sql().add("(" + order.key + ", reference) " + order.after + " (:afterKey, :afterReference)");
    }
}
