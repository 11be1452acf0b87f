package uk.jointdesk.gateway.board;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The compliance matrix: for each priority a table of partners and months, pooled and mean beside them. */
final class ComplianceView {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

    private final BoardPeriod period;
    private final PartnerNames names;
    private final Map<String, Figures.Score> byMonth;
    private final Map<String, Figures.Score> mean;
    private final List<Figures.Score> wholePeriod;

    ComplianceView(
            BoardPeriod period,
            PartnerNames names,
            List<Figures.Score> byMonth,
            List<Figures.Score> pooled,
            List<Figures.Score> mean) {
        this.period = period;
        this.names = names;
        this.byMonth = index(byMonth, score -> key(score.priority(), score.partner()) + score.period());
        this.mean = index(mean, score -> key(score.priority(), score.partner()));
        this.wholePeriod = pooled;
    }

    private static String key(String priority, String partner) {
        return priority + " " + partner + " ";
    }

    private static Map<String, Figures.Score> index(List<Figures.Score> scores, Function<Figures.Score, String> key) {
        return scores.stream().collect(Collectors.toMap(key, score -> score, (first, second) -> first));
    }

    List<Table> tables() {
        return wholePeriod.stream()
                .map(Figures.Score::priority)
                .filter(priority -> priority != null && priority.matches("P\\d"))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(this::table)
                .toList();
    }

    private Table table(String priority) {
        List<Figures.Score> all = wholePeriod.stream()
                .filter(score -> priority.equals(score.priority()))
                .sorted((a, b) -> names.order().compare(a.partner(), b.partner()))
                .toList();
        List<Figures.Score> shown = all.stream().filter(ComplianceView::hasData).toList();
        return new Table(
                priority,
                target(all),
                period.months().stream().map(MONTH::format).toList(),
                shown.stream().map(this::row).toList(),
                all.stream()
                        .filter(score -> !hasData(score))
                        .map(score -> names.of(score.partner()))
                        .toList(),
                notCounted(shown));
    }

    private static boolean hasData(Figures.Score score) {
        return score.measured() > 0;
    }

    private static String target(List<Figures.Score> scores) {
        return scores.stream()
                .map(Figures.Score::targetPercent)
                .filter(target -> target != null)
                .findFirst()
                .map(target -> target.replaceFirst("\\.00$", ""))
                .orElse(null);
    }

    private Row row(Figures.Score score) {
        String key = key(score.priority(), score.partner());
        List<Cell> months = new ArrayList<>();
        for (YearMonth month : period.months()) {
            months.add(Cell.of(byMonth.get(key + month)));
        }
        return new Row(
                names.of(score.partner()),
                PartnerNames.isTotal(score.partner()),
                months,
                Cell.of(score),
                Cell.of(mean.get(key)));
    }

    /** The main figure of each priority: everybody's where the reader may see it, else the reader's own. */
    List<Headline> headlines() {
        return tables().stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> new Headline(
                        table.priority(),
                        table.rows().get(table.rows().size() - 1).pooled(),
                        table.target()))
                .toList();
    }

    /** What the widest row leaves out, by reason, so that the denominator can be understood. */
    private static List<String> notCounted(List<Figures.Score> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        List<Figures.Excluded> excluded = shown.get(shown.size() - 1).excluded();
        Map<String, Long> byReason = new TreeMap<>();
        (excluded == null ? List.<Figures.Excluded>of() : excluded)
                .forEach(one -> byReason.merge(one.reason(), one.count(), Long::sum));
        return byReason.entrySet().stream()
                .map(reason -> Numbers.grouped(reason.getValue()) + " "
                        + reason.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }

    /**
     * @param target percent, null where none is agreed
     * @param silent partners with nothing measured in the whole period
     * @param notCounted what the last row leaves out
     */
    record Table(
            String priority,
            String target,
            List<String> months,
            List<Row> rows,
            List<String> silent,
            List<String> notCounted) {

        public String silentInWords() {
            return String.join(", ", silent);
        }

        public String notCountedInWords() {
            return String.join(", ", notCounted);
        }
    }

    record Row(String name, boolean total, List<Cell> months, Cell pooled, Cell mean) {}

    record Headline(String priority, Cell cell, String target) {}

    /**
     * @param percent null where nothing was measured
     * @param fraction "25 of 43"
     * @param rag green, amber, red or none
     * @param word the same for those who do not see colours
     */
    record Cell(String percent, String fraction, String rag, String word) {

        private static final Cell EMPTY = new Cell(null, "0 of 0", "none", "No data");

        static Cell of(Figures.Score score) {
            if (score == null || score.percent() == null) {
                return EMPTY;
            }
            String rag = score.rag() == null ? "none" : score.rag().toLowerCase(Locale.ROOT);
            String word = score.rag() == null
                    ? "No target"
                    : score.rag().charAt(0) + rag.substring(1).replace('_', ' ');
            String fraction = Numbers.grouped(score.met()) + " of " + Numbers.grouped(score.measured());
            return new Cell(score.percent() + "%", fraction, rag, word);
        }
    }
}
