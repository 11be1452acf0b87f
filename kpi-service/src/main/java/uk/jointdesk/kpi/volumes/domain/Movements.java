package uk.jointdesk.kpi.volumes.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tickets of a flow by name; a ticket that moved twice stands in it twice. They add up as flows do. */
public record Movements(Map<Movement, List<String>> tickets) {
    public static final Movements NOTHING = new Movements(Map.of());

    public static Movements of(Movement movement, List<String> tickets) {
        return new Movements(Map.of(movement, tickets));
    }

    public Movements plus(Movements other) {
        Map<Movement, List<String>> sum = new EnumMap<>(Movement.class);
        sum.putAll(tickets);
        other.tickets.forEach((movement, more) -> sum.merge(movement, more, Movements::both));
        return new Movements(sum);
    }

    public List<String> of(Movement movement) {
        return tickets.getOrDefault(movement, List.of());
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(null);
        return all;
    }
}
