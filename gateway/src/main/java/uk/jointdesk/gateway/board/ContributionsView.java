package uk.jointdesk.gateway.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each partner pays for the financial year, by cost pool. */
final class ContributionsView {

    private final PartnerNames names;
    private final Figures.Contributions contributions;

    ContributionsView(PartnerNames names, Figures.Contributions contributions) {
        this.names = names;
        this.contributions = contributions;
    }

    String financialYear() {
        return contributions.financialYear();
    }

    String basisInWords() {
        return "ACTUAL".equals(contributions.basis())
                ? "what was posted up to period P" + contributions.period()
                : "the year’s " + String.valueOf(contributions.basis()).toLowerCase(Locale.ROOT);
    }

    /** The pools by code, in the order they come. */
    private Map<String, String> pools() {
        Map<String, String> pools = new LinkedHashMap<>();
        contributions.items().forEach(item -> pooled(item)
                .forEach(pool -> pools.putIfAbsent(pool.line(), pool.title())));
        return pools;
    }

    List<String> poolTitles() {
        return List.copyOf(pools().values());
    }

    boolean hasAssumptions() {
        return contributions.items().stream()
                .flatMap(item -> pooled(item).stream())
                .anyMatch(Figures.Pool::assumption);
    }

    List<Row> rows() {
        return contributions.items().stream()
                .sorted((a, b) -> names.order().compare(a.partner(), b.partner()))
                .map(this::row)
                .toList();
    }

    private Row row(Figures.Contribution item) {
        Map<String, Figures.Money> byPool = pooled(item).stream()
                .collect(Collectors.toMap(Figures.Pool::line, Figures.Pool::amount, (first, second) -> first));
        List<String> amounts = pools().keySet().stream()
                .map(pool -> Numbers.money(byPool.get(pool)))
                .toList();
        return new Row(
                names.of(item.partner()),
                amounts,
                Numbers.money(item.direct()),
                Numbers.money(item.total()),
                within(item));
    }

    private String within(Figures.Contribution item) {
        return item.within() == null
                ? ""
                : item.within().stream()
                        .map(part -> names.of(part.partner()) + " " + Numbers.money(part.amount()))
                        .collect(Collectors.joining(", "));
    }

    private static List<Figures.Pool> pooled(Figures.Contribution item) {
        return item.byCostPool() == null ? List.of() : item.byCostPool();
    }

    /** Null for a council, which sees its own and the others as one sum. */
    String total() {
        return contributions.total() == null ? null : Numbers.money(contributions.total());
    }

    record Row(String name, List<String> byPool, String direct, String total, String within) {}
}
