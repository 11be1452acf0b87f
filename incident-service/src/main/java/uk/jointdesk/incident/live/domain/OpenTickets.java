package uk.jointdesk.incident.live.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Open tickets, counted.
 *
 * @param untriaged NEW, and nobody has said what it is about or who is to do it
 * @param onHold by the reason why they wait; zero is left out
 * @param breached more than the target is used
 * @param dueToday due at some time of the partners' day
 */
public record OpenTickets(long open, long untriaged, Map<String, Long> onHold, long breached, long dueToday) {

    public static final OpenTickets NONE = new OpenTickets(0, 0, Map.of(), 0, 0);

    public OpenTickets {
        onHold = Collections.unmodifiableMap(new TreeMap<>(onHold));
    }

    public OpenTickets plus(OpenTickets other) {
        Map<String, Long> holds = new TreeMap<>(onHold);
        other.onHold.forEach((reason, count) -> holds.merge(reason, count, Long::sum));
        return new OpenTickets(
                open + other.open,
                untriaged + other.untriaged,
                holds,
                breached + other.breached,
                dueToday + other.dueToday);
    }

    /** Those of one partner and priority. */
    public record Line(String partner, String priority, OpenTickets counts) {}
}
