package uk.jointdesk.incident.ticket.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.incident.queue.domain.QueueRegister;
import uk.jointdesk.incident.queue.store.QueuesInForce;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/** Tickets by the page, in a stable order: a page goes on after the last row of the one before, whatever came in since. */
@ApplicationScoped
public class TicketList {

    private static final List<String> OVER_WORDS = List.of("RESOLVED", "CLOSED", "CANCELLED", "MERGED");
    private static final String OVER = "('" + String.join("', '", OVER_WORDS) + "')";
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
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(filter, values);
        if (cursor != null) {
            conditions.add(after(order, cursor, values));
        }
        values.put("limit", limit + 1);
        TicketSearch search = new TicketSearch(conditions, order.sql(), limit + 1);
        List<Ticket> rows = db.read(handle -> search.rows(filter.text(), (sql, pattern) -> {
            Query query = handle.createQuery(sql);
            values.forEach((name, value) -> bind(query, name, value));
            query.bind("text", pattern);
            query.bind("phrase", filter.text() == null ? null : filter.text().strip());
            return query.map((row, context) -> TicketRows.ticket(row)).list();
        }));
        return Page.of(rows, limit, order::cursor);
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

    private static String after(Order order, String cursor, Map<String, Object> values) {
        List<String> keys = Cursor.decode(cursor, 3);
        try {
            values.put("afterKey", Instant.parse(keys.get(1)));
        } catch (DateTimeException notOurs) {
            throw Cursor.invalid();
        }
        if (!keys.get(0).equals(order.name())) {
            throw Cursor.invalid();
        }
        values.put("afterReference", keys.get(2));
        return "(" + order.key + ", reference) " + order.after + " (:afterKey, :afterReference)";
    }

    private List<String> conditions(TicketFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        equal(conditions, values, "source", filter.source());
        equal(conditions, values, "source_reference", filter.sourceReference());
        if (TicketFilter.UNATTRIBUTED.equals(filter.partner())) {
            conditions.add("partner is null");
        } else {
            equal(conditions, values, "partner", filter.partner());
        }
        statuses(conditions, values, filter.statuses());
        among(conditions, values, "priority", filter.priorities());
        equal(conditions, values, "type", filter.type());
        equal(conditions, values, "queue", filter.queue());
        equal(conditions, values, "category", filter.category());
        limit(conditions, values, "logged_at >= ", "loggedFrom", filter.loggedFrom());
        limit(conditions, values, "logged_at < ", "loggedTo", filter.loggedTo());
        limit(conditions, values, "resolved_at >= ", "resolvedFrom", filter.resolvedFrom());
        limit(conditions, values, "resolved_at < ", "resolvedTo", filter.resolvedTo());
        limit(conditions, values, "status not in " + OVER + " and logged_at < ", "openBefore", filter.openBefore());
        breached(conditions, values, filter.breached());
        untriaged(conditions, filter.untriaged());
        queuesOf(conditions, values, filter.queueOrganisation());
        equal(conditions, values, "service", filter.service());
        equal(conditions, values, "assignee", filter.assignee());
        return conditions;
    }

    /**
     * Of open tickets there is an index, which PostgreSQL takes when it is told that open ones are meant. It would think
     * that hardly any open ticket has an open status, as if the one had nothing to do with the other, and sort them all
     * instead of reading the first; what a CASE lets through it does not guess.
     */
    private static void statuses(List<String> conditions, Map<String, Object> values, List<String> wanted) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(OVER_WORDS::contains)) {
            conditions.add("status not in " + OVER);
            conditions.add("case when status = any(:status) then true else false end");
            values.put("status", wanted);
        } else {
            among(conditions, values, "status", wanted);
        }
    }

    /** Breached by its verdict, or by the clock having run out since. */
    private void breached(List<String> conditions, Map<String, Object> values, Boolean wanted) {
        if (wanted != null) {
            String breached = "(sla_state = 'BREACHED' or (sla_state = 'RUNNING' and breaches_at <= :now))";
            conditions.add(wanted ? breached : "not coalesce(" + breached + ", false)");
            values.put("now", clock.instant());
        }
    }

    private static void untriaged(List<String> conditions, Boolean wanted) {
        if (wanted != null) {
            String untriaged = "(status = 'NEW' and (category is null or queue is null))";
            conditions.add(wanted ? untriaged : "not " + untriaged);
        }
    }

    private void queuesOf(List<String> conditions, Map<String, Object> values, String organisation) {
        if (organisation != null) {
            List<QueueRegister.Place> places = queues.read().placesOf(organisation);
            conditions.add("(lower(queue), coalesce(partner, '')) in"
                    + " (select * from unnest(:placeNames, :placePartners))");
            values.put(
                    "placeNames", places.stream().map(QueueRegister.Place::name).toList());
            values.put(
                    "placePartners",
                    places.stream().map(QueueRegister.Place::partner).toList());
        }
    }

    private static void equal(List<String> conditions, Map<String, Object> values, String column, String wanted) {
        if (wanted != null) {
            conditions.add(column + " = :" + column);
            values.put(column, wanted);
        }
    }

    private static void among(List<String> conditions, Map<String, Object> values, String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(column + " = any(:" + column + ")");
            values.put(column, wanted);
        }
    }

    private static void limit(
            List<String> conditions, Map<String, Object> values, String comparison, String name, Instant instant) {
        if (instant != null) {
            conditions.add(comparison + ":" + name);
            values.put(name, instant);
        }
    }
}
