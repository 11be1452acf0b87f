package uk.jointdesk.kpi.backlog.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The tickets of a backlog by name. They add up as backlogs do.
 *
 * @param open all of them; the others are among these
 */
public record OpenTickets(List<String> open, List<String> untriaged, List<String> onHold, List<String> openOver30Days) {
    public static final OpenTickets NOTHING = new OpenTickets(List.of(), List.of(), List.of(), List.of());

    public OpenTickets plus(OpenTickets other) {
        return new OpenTickets(
                both(open, other.open),
                both(untriaged, other.untriaged),
                both(onHold, other.onHold),
                both(openOver30Days, other.openOver30Days));
    }

    /** Those open for 30 days or less. */
    public List<String> younger() {
        List<String> younger = new ArrayList<>(open);
        younger.removeAll(new java.util.HashSet<>(openOver30Days));
        return younger;
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(null);
        return all;
    }
}
