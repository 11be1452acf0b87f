package uk.jointdesk.kpi.categories.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.categories.domain.TopCategories;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Balance;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Period;

/** The first categories of each partner and of all together, and every other as one, so that they add up. */
final class CategoryTable {

    private static final String OTHERS = "(every other category)";
    private static final String TOTAL = "(all categories)";

    private final Period period;
    private final SortedMap<Cell, List<String>> tickets;
    private final SortedMap<Cell, TopCategories> top;

    /** @param tickets by partner and category */
    CategoryTable(Period period, SortedMap<Cell, List<String>> tickets, int most) {
        this.period = period;
        this.tickets = tickets;
        SortedMap<Cell, Long> counts = new TreeMap<>();
        tickets.forEach((cell, names) -> counts.put(cell, (long) names.size()));
        this.top = TopCategories.of(counts, most);
    }

    Table table() {
        List<Table.Row> rows = new ArrayList<>();
        top.forEach((group, categories) -> {
            categories
                    .places()
                    .forEach(place -> rows.add(row(group, place.category(), named(group, place.category()))));
            rows.add(row(group, OTHERS, others(group, categories)));
            rows.add(row(group, TOTAL, all(group)));
        });
        return new Table(
                "top",
                "Tickets logged, by category",
                List.of("Partner", "Category"),
                List.of(period.label().replace("/", "..")),
                rows);
    }

    /** The parts of every partner are all of its tickets. */
    List<Balance> balances() {
        List<Balance> laws = new ArrayList<>();
        top.forEach((group, categories) -> {
            List<String> parts = new ArrayList<>();
            categories.places().forEach(place -> parts.add(id(group, place.category())));
            parts.add(id(group, OTHERS));
            laws.add(new Balance(id(group, TOTAL), parts, List.of()));
        });
        return laws;
    }

    private List<String> named(Cell group, String category) {
        return tickets.get(group.withCategory(category));
    }

    private List<String> others(Cell group, TopCategories categories) {
        List<String> first =
                categories.places().stream().map(TopCategories.Place::category).toList();
        return tickets.entrySet().stream()
                .filter(entry -> entry.getKey().withoutCategory().equals(group))
                .filter(entry -> !first.contains(entry.getKey().category()))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    private List<String> all(Cell group) {
        return tickets.entrySet().stream()
                .filter(entry -> entry.getKey().withoutCategory().equals(group))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    private Table.Row row(Cell group, String category, List<String> names) {
        Map<String, String> at = Map.of(
                Figure.PARTNER,
                group.partner(),
                "category",
                category,
                "period",
                period.label(),
                "from",
                period.from().toString(),
                "to",
                period.to().toString());
        Figure figure = Figure.of(
                id(group, category),
                CategorySection.DEFINITION,
                at,
                Amount.tickets(names.size()),
                Evidence.counted(names));
        return new Table.Row(List.of(group.partner(), category), List.of(figure));
    }

    private static String id(Cell group, String category) {
        return "categories/" + group.partner() + "/" + category;
    }
}
