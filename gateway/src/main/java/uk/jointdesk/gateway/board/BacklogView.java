package uk.jointdesk.gateway.board;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tickets open at the end of the period, and how old they are, by partner. */
final class BacklogView {

    private final PartnerNames names;
    private final List<Figures.Open> items;

    BacklogView(PartnerNames names, List<Figures.Open> items) {
        this.names = names;
        this.items = items;
    }

    List<Row> rows() {
        return items.stream()
                .filter(item -> item.open() > 0 || PartnerNames.isTotal(item.partner()))
                .sorted((a, b) -> names.order().compare(a.partner(), b.partner()))
                .map(this::row)
                .toList();
    }

    private Row row(Figures.Open item) {
        Figures.Ratio aged = item.openOver30DaysRatio();
        return new Row(
                names.of(item.partner()),
                PartnerNames.isTotal(item.partner()),
                Numbers.grouped(item.open()),
                Numbers.grouped(item.untriaged()),
                onHold(item),
                reasons(item),
                Numbers.grouped(item.openOver30Days()),
                aged == null || aged.percent() == null ? "–" : aged.percent() + "%");
    }

    private static String onHold(Figures.Open item) {
        return Numbers.grouped(
                holds(item).stream().mapToLong(Figures.OnHold::count).sum());
    }

    private static String reasons(Figures.Open item) {
        return holds(item).stream()
                .filter(hold -> hold.count() > 0)
                .map(hold -> Numbers.grouped(hold.count()) + " " + words(hold.reason()))
                .collect(Collectors.joining(", "));
    }

    private static List<Figures.OnHold> holds(Figures.Open item) {
        return item.onHold() == null ? List.of() : item.onHold();
    }

    private static String words(String reason) {
        return reason.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    record Row(
            String name,
            boolean total,
            String open,
            String untriaged,
            String onHold,
            String reasons,
            String aged,
            String agedPercent) {}
}
