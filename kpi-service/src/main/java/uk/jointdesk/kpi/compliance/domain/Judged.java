package uk.jointdesk.kpi.compliance.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tickets of a score by name. They add up as scores do, and are sorted by reference. */
public record Judged(List<String> met, List<String> breached, Map<Exclusion, List<String>> excluded) {
    public static final Judged NOTHING = new Judged(List.of(), List.of(), Map.of());

    public static Judged of(Outcome outcome, List<String> tickets) {
        return switch (outcome) {
            case MET -> new Judged(tickets, List.of(), Map.of());
            case BREACHED -> new Judged(List.of(), tickets, Map.of());
            case NO_TARGET -> new Judged(List.of(), List.of(), Map.of(Exclusion.NO_TARGET, tickets));
            case CANCELLED -> new Judged(List.of(), List.of(), Map.of(Exclusion.CANCELLED, tickets));
            case MERGED -> new Judged(List.of(), List.of(), Map.of(Exclusion.MERGED, tickets));
            case OPEN -> NOTHING;
        };
    }

    public Judged plus(Judged other) {
        Map<Exclusion, List<String>> reasons = new TreeMap<>(excluded);
        other.excluded.forEach((reason, tickets) -> reasons.merge(reason, tickets, Judged::both));
        return new Judged(both(met, other.met), both(breached, other.breached), reasons);
    }

    public Score score() {
        Map<Exclusion, Long> counts = new TreeMap<>();
        excluded.forEach((reason, tickets) -> counts.put(reason, (long) tickets.size()));
        return new Score(met.size(), met.size() + breached.size(), counts);
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(null);
        return all;
    }
}
