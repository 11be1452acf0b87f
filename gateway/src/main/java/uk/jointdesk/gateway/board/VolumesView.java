package uk.jointdesk.gateway.board;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tickets logged, resolved and open at the end of each month, by partner. */
final class VolumesView {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final BoardPeriod period;
    private final PartnerNames names;
    private final List<Figures.Volume> volumes;

    VolumesView(BoardPeriod period, PartnerNames names, List<Figures.Volume> volumes) {
        this.period = period;
        this.names = names;
        this.volumes = volumes;
    }

    List<String> months() {
        return period.months().stream().map(MONTH::format).toList();
    }

    List<Row> rows() {
        Map<String, Figures.Volume> byCell = volumes.stream()
                .collect(Collectors.toMap(
                        volume -> volume.partner() + " " + volume.period(),
                        Function.identity(),
                        (first, second) -> first));
        TreeSet<String> partners = new TreeSet<>(names.order());
        volumes.stream()
                .filter(VolumesView::hasData)
                .map(Figures.Volume::partner)
                .forEach(partners::add);
        return partners.stream().map(partner -> row(partner, byCell)).toList();
    }

    private static boolean hasData(Figures.Volume volume) {
        return volume.logged() + volume.resolved() + volume.openAtEnd() > 0;
    }

    private Row row(String partner, Map<String, Figures.Volume> byCell) {
        List<Month> months = period.months().stream()
                .map(month -> Month.of(month, byCell.get(partner + " " + month)))
                .toList();
        return new Row(names.of(partner), PartnerNames.isTotal(partner), months);
    }

    /** The last row adds up the others where there are several; to a council its own is the last. */
    List<Tile> tiles() {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Month> months = rows.get(rows.size() - 1).months();
        return List.of(
                new Tile("Logged", sum(months, Month::loggedCount), "in " + period.inWords()),
                new Tile("Resolved", sum(months, Month::resolvedCount), "in " + period.inWords()),
                new Tile("Open", months.get(months.size() - 1).open(), "at the end of " + MONTH.format(period.to())));
    }

    private static String sum(List<Month> months, Function<Month, Long> count) {
        return Numbers.grouped(months.stream().mapToLong(count::apply).sum());
    }

    record Tile(String label, String number, String when) {}

    record Row(String name, boolean total, List<Month> months) {}

    record Month(YearMonth month, long loggedCount, long resolvedCount, long openCount) {

        static Month of(YearMonth month, Figures.Volume volume) {
            return volume == null
                    ? new Month(month, 0, 0, 0)
                    : new Month(month, volume.logged(), volume.resolved(), volume.openAtEnd());
        }

        public String logged() {
            return Numbers.grouped(loggedCount);
        }

        public String resolved() {
            return Numbers.grouped(resolvedCount);
        }

        public String open() {
            return Numbers.grouped(openCount);
        }
    }
}
