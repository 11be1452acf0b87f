package uk.jointdesk.kpi.categories.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.breakdown.domain.Cell;

/**
 * The categories with the most tickets of one group, and the others as one, so that the parts add up to the total.
 *
 * @param places the first ones, most tickets first; of equals the first by name
 * @param others tickets of every other category
 * @param otherCategories how many categories that is
 */
public record TopCategories(List<Place> places, long others, int otherCategories) {

    /** A category and its tickets. Tickets without category are one as well: {@link Cell#NONE}. */
    public record Place(String category, long tickets) {}

    private static final Comparator<Place> MOST_FIRST =
            Comparator.comparingLong(Place::tickets).reversed().thenComparing(Place::category);

    public TopCategories {
        places = List.copyOf(places);
    }

    public long total() {
        return others + places.stream().mapToLong(Place::tickets).sum();
    }

    /** The first {@code most} of each group; counts are by group and category, groups are cells without category. */
    public static SortedMap<Cell, TopCategories> of(SortedMap<Cell, Long> counts, int most) {
        SortedMap<Cell, List<Place>> groups = new TreeMap<>();
        counts.forEach((cell, tickets) -> {
            if (tickets > 0) {
                groups.computeIfAbsent(cell.withoutCategory(), group -> new ArrayList<>())
                        .add(new Place(cell.category(), tickets));
            }
        });
        SortedMap<Cell, TopCategories> top = new TreeMap<>();
        for (Map.Entry<Cell, List<Place>> group : groups.entrySet()) {
            top.put(group.getKey(), of(group.getValue(), most));
        }
        return top;
    }

    private static TopCategories of(List<Place> places, int most) {
        List<Place> ranked = places.stream().sorted(MOST_FIRST).toList();
        List<Place> first = ranked.subList(0, Math.min(most, ranked.size()));
        List<Place> rest = ranked.subList(first.size(), ranked.size());
        return new TopCategories(first, rest.stream().mapToLong(Place::tickets).sum(), rest.size());
    }
}
