package uk.jointdesk.kpi.feed.domain.bulk;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import uk.jointdesk.kpi.feed.domain.Basis;

/**
 * What the judgements of a month rest on, by numbers. When rules change, most tickets that rested on the same do so
 * again: then the number comes to stand for something else, and the tickets stay as they are.
 */
public record Bases(Map<Integer, Basis> byNumber) {

    public Bases {
        byNumber = Map.copyOf(byNumber);
    }

    /** What a number stands for; {@link Basis#NONE} for none. */
    public Basis of(int number) {
        return byNumber.getOrDefault(number, Basis.NONE);
    }

    /** The same numbers by other rules: each stands for what most of its tickets rest on now. */
    public Bases by(Rejudged tickets) {
        Map<Integer, Map<Basis, Integer>> votes = new HashMap<>();
        for (int i = 0; i < tickets.lives().size(); i++) {
            int number = tickets.lives().basis(i);
            if (number != Life.NO_BASIS && !tickets.isLeft(i)) {
                votes.computeIfAbsent(number, any -> new HashMap<>()).merge(tickets.basis(i), 1, Integer::sum);
            }
        }
        // Tickets that lost their target are written anyway, and rest on nothing.
        votes.values().forEach(counts -> counts.remove(Basis.NONE));
        votes.values().removeIf(Map::isEmpty);
        Map<Integer, Basis> elected = new HashMap<>(byNumber);
        votes.forEach((number, counts) -> elected.put(
                number,
                Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey()));
        return new Bases(elected);
    }
}
