package uk.jointdesk.kpi.breakdown.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tickets by name and by what they are counted as. They add up as counts do; a ticket that is counted twice stands twice,
 * and each list is sorted.
 */
public record NamedTickets<E extends Enum<E>>(Map<E, List<String>> tickets) {

    public static <E extends Enum<E>> NamedTickets<E> nothing() {
        return new NamedTickets<>(Map.<E, List<String>>of());
    }

    public static <E extends Enum<E>> NamedTickets<E> of(E kind, List<String> tickets) {
        return new NamedTickets<>(Map.of(kind, tickets));
    }

    public NamedTickets<E> plus(NamedTickets<E> other) {
        Map<E, List<String>> sum = new TreeMap<>(tickets);
        other.tickets.forEach((kind, more) -> sum.merge(kind, more, NamedTickets::both));
        return new NamedTickets<>(sum);
    }

    public List<String> of(E kind) {
        return tickets.getOrDefault(kind, List.of());
    }

    /** Those of several kinds together. */
    @SafeVarargs
    public final List<String> of(E first, E... others) {
        Set<E> kinds = EnumSet.of(first, others);
        return kinds.stream().map(this::of).flatMap(List::stream).sorted().toList();
    }

    public long count(E kind) {
        return of(kind).size();
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(null);
        return all;
    }
}
