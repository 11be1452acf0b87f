package uk.jointdesk.incident.escalation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which announcements are asked for; what is null is not asked. {@code from} is included and {@code to} is not. */
public record EscalationFilter(
        String ticket, String partner, String metric, String threshold, Instant from, Instant to) {

    /** The SQL conditions, with the values they name. */
    record Conditions(List<String> texts, Map<String, Object> values) {

        void add(String condition, String name, Object value) {
            if (value != null) {
                texts.add(condition);
                values.put(name, value);
            }
        }

        String where() {
            return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
        }
    }

    Conditions conditions() {
        Conditions conditions = new Conditions(new ArrayList<>(), new HashMap<>());
        conditions.add("e.ticket = :ticket", "ticket", ticket);
        conditions.add("e.partner = :partner", "partner", partner);
        conditions.add("e.metric = :metric", "metric", metric);
        conditions.add("e.threshold = :threshold", "threshold", threshold);
        conditions.add("e.announced_at >= cast(:from as timestamptz)", "from", from == null ? null : from.toString());
        conditions.add("e.announced_at < cast(:to as timestamptz)", "to", to == null ? null : to.toString());
        return conditions;
    }
}
