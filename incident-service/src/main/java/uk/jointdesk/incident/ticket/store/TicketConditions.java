package uk.jointdesk.incident.ticket.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.queue.domain.QueueRegister;
import uk.jointdesk.incident.queue.store.QueuesInForce;

/** What a list of tickets is limited to, as SQL, with the values it names. */
final class TicketConditions {

    private static final List<String> OVER_WORDS = List.of("RESOLVED", "CLOSED", "CANCELLED", "MERGED");
    private static final String OVER = "('" + String.join("', '", OVER_WORDS) + "')";

    private final List<String> sql = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    TicketConditions(TicketFilter filter, Instant now, QueuesInForce queues) {
        equal("source", filter.source());
        equal("source_reference", filter.sourceReference());
        if (TicketFilter.UNATTRIBUTED.equals(filter.partner())) {
            sql.add("partner is null");
        } else {
            equal("partner", filter.partner());
        }
        statuses(filter.statuses());
        among("priority", filter.priorities());
        equal("type", filter.type());
        equal("queue", filter.queue());
        equal("category", filter.category());
        limit("logged_at >= ", "loggedFrom", filter.loggedFrom());
        limit("logged_at < ", "loggedTo", filter.loggedTo());
        limit("resolved_at >= ", "resolvedFrom", filter.resolvedFrom());
        limit("resolved_at < ", "resolvedTo", filter.resolvedTo());
        limit("status not in " + OVER + " and logged_at < ", "openBefore", filter.openBefore());
        breached(filter.breached(), now);
        untriaged(filter.untriaged());
        queuesOf(filter.queueOrganisation(), queues);
        equal("service", filter.service());
        equal("assignee", filter.assignee());
    }

    List<String> sql() {
        return sql;
    }

    Map<String, Object> values() {
        return values;
    }

    /**
     * Of open tickets there is an index, which PostgreSQL takes when it is told that open ones are meant. It would think
     * that hardly any open ticket has an open status, as if the one had nothing to do with the other, and sort them all
     * instead of reading the first; what a CASE lets through it does not guess.
     */
    private void statuses(List<String> wanted) {
        if (!wanted.isEmpty() && wanted.stream().noneMatch(OVER_WORDS::contains)) {
            sql.add("status not in " + OVER);
            sql.add("case when status = any(:status) then true else false end");
            values.put("status", wanted);
        } else {
            among("status", wanted);
        }
    }

    /** Breached by its verdict, or by the clock having run out since. */
    private void breached(Boolean wanted, Instant now) {
        if (wanted != null) {
            String breached = "(sla_state = 'BREACHED' or (sla_state = 'RUNNING' and breaches_at <= :now))";
            sql.add(wanted ? breached : "not coalesce(" + breached + ", false)");
            values.put("now", now);
        }
    }

    private void untriaged(Boolean wanted) {
        if (wanted != null) {
            String untriaged = "(status = 'NEW' and (category is null or queue is null))";
            sql.add(wanted ? untriaged : "not " + untriaged);
        }
    }

    private void queuesOf(String organisation, QueuesInForce queues) {
        if (organisation != null) {
            List<QueueRegister.Place> places = queues.read().placesOf(organisation);
            sql.add("(lower(queue), coalesce(partner, '')) in"
                    + " (select * from unnest(:placeNames, :placePartners))");
            values.put(
                    "placeNames", places.stream().map(QueueRegister.Place::name).toList());
            values.put(
                    "placePartners",
                    places.stream().map(QueueRegister.Place::partner).toList());
        }
    }

    private void equal(String column, String wanted) {
        if (wanted != null) {
            sql.add(column + " = :" + column);
            values.put(column, wanted);
        }
    }

    private void among(String column, List<String> wanted) {
        if (!wanted.isEmpty()) {
            sql.add(column + " = any(:" + column + ")");
            values.put(column, wanted);
        }
    }

    private void limit(String comparison, String name, Instant instant) {
        if (instant != null) {
            sql.add(comparison + ":" + name);
            values.put(name, instant);
        }
    }
}
