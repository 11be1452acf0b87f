package uk.jointdesk.kpi.compliance.pack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Judged;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.Matrix;
import uk.jointdesk.kpi.pack.domain.Matrix.Column;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.pack.domain.Verdict;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** One request's matrix: the short periods, the whole of them pooled, and the period to compare with. */
final class ComplianceMatrix {

    private static final Set<Dimension> BY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);
    private static final String MEAN = "Mean of months";
    private static final String POOLED = "A longer period is pooled: the tickets that met their target in all of its"
            + " months, of all that had one.";
    private static final String MEANS = "Mean of months is the unweighted mean of the monthly percentages, by which"
            + " packs before this service were made. It gives a month with few tickets the weight of one with many, and"
            + " nothing is judged by it.";

    private final SectionRequest request;
    private final WholeService service;
    private final JudgedTickets tickets;
    private final Thresholds thresholds;

    ComplianceMatrix(SectionRequest request, WholeService service, JudgedTickets tickets, Thresholds thresholds) {
        this.request = request;
        this.service = service;
        this.tickets = tickets;
        this.thresholds = thresholds;
    }

    SectionContent content() {
        List<Column<Judged>> columns = new ArrayList<>();
        request.compareWith().ifPresent(earlier -> columns.add(whole(earlier, read(earlier), List.of())));
        Map<Slice, Judged> read = read(request.range());
        List<Column<Judged>> parts = periods(read);
        columns.addAll(parts);
        if (parts.size() > 1) {
            columns.add(whole(
                    request.range(), read, parts.stream().map(Column::label).toList()));
        }
        Matrix<Judged> matrix = new Matrix<>(
                "compliance",
                new Matrix.Measure<>(
                        ComplianceSection.DEFINITION,
                        ComplianceMatrix::amount,
                        ComplianceMatrix::evidence,
                        this::judge),
                columns);
        Table table = matrix.table("matrix", "Tickets resolved within their target, in per cent");
        boolean means = request.wants(ComplianceSection.MEAN_OF_MONTHS) && parts.size() > 1;
        return SectionContent.of(List.of(means ? withMeans(table, parts) : table), ComplianceSection.definitions())
                .withParagraphs(
                        means ? List.of(Paragraph.of(POOLED), Paragraph.of(MEANS)) : List.of(Paragraph.of(POOLED)))
                .withCharts(parts.size() > 1 ? charts(table, parts) : List.of());
    }

    private Map<Slice, Judged> read(Range range) {
        return tickets.ofWholeService(service.question(range, BY, Periodicity.MONTH));
    }

    private List<Column<Judged>> periods(Map<Slice, Judged> read) {
        Periodicity length =
                Periodicity.valueOf(request.option(ComplianceSection.PERIODICITY, Periodicity.MONTH.name()));
        Question question = service.question(request.range(), BY, length);
        return Column.of(question.periods(), addUp(question, read));
    }

    private Column<Judged> whole(Range range, Map<Slice, Judged> read, List<String> parts) {
        Question question = service.question(range, BY, Periodicity.WHOLE);
        return Column.of(range.whole(), 0, addUp(question, read), parts);
    }

    private Map<Cell, Judged> addUp(Question question, Map<Slice, Judged> read) {
        return question.breakdown(service.rows()).addUp(read, Judged.NOTHING, Judged::plus);
    }

    private static Amount amount(Judged judged) {
        Score score = judged.score();
        List<Amount.Excluded> excluded = score.excluded().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(left -> new Amount.Excluded(left.getKey().name(), left.getValue()))
                .toList();
        return Amount.ratio(score.met(), score.measured(), excluded);
    }

    private static Evidence evidence(Judged judged) {
        List<String> excluded = judged.excluded().values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        return Evidence.measured(judged.met(), judged.breached(), excluded);
    }

    /** The result for the whole service over the whole period is what the agreement holds the service to. */
    private Verdict judge(Cell cell, Column<Judged> column) {
        Period period = column.period();
        boolean result = Cell.ALL.equals(cell.partner()) && covers(period);
        return thresholds
                .of(cell.priority(), period.to())
                .map(level -> new Verdict(
                        level.target(),
                        level.minimum().orElse(null),
                        level.judge(column.values().get(cell).score().fraction())
                                .name(),
                        result ? indicator(cell.priority()) : null))
                .orElse(null);
    }

    private boolean covers(Period period) {
        return period.from().equals(request.range().from())
                && period.to().equals(request.range().to());
    }

    private static Verdict.Kpi indicator(String priority) {
        return new Verdict.Kpi("RESOLUTION-" + priority, priority + " tickets resolved within their target");
    }

    private Table withMeans(Table table, List<Column<Judged>> parts) {
        int first = table.columns().indexOf(parts.get(0).label());
        List<Table.Row> rows = table.rows().stream()
                .map(row -> new Table.Row(
                        row.heads(),
                        Stream.concat(
                                        row.cells().stream(),
                                        Stream.of(mean(row.cells().subList(first, first + parts.size()))))
                                .collect(java.util.stream.Collectors.toCollection(ArrayList::new))))
                .toList();
        List<String> columns =
                Stream.concat(table.columns().stream(), Stream.of(MEAN)).toList();
        return new Table(table.code(), table.caption(), table.rowHeads(), columns, rows);
    }

    private static Figure mean(List<Figure> cells) {
        List<Figure> months = cells.stream().filter(Objects::nonNull).toList();
        if (months.isEmpty()) {
            return null;
        }
        List<Fraction> terms = months.stream()
                .map(month -> month.amount().fraction())
                .flatMap(Optional::stream)
                .toList();
        Figure first = months.get(0);
        Map<String, String> at = new java.util.TreeMap<>(first.at());
        at.put("to", months.get(months.size() - 1).at().get("to"));
        at.put("period", MEAN);
        String id = first.id().substring(0, first.id().lastIndexOf('/')) + "/meanOfMonths";
        return Figure.of(
                id,
                ComplianceSection.DEFINITION,
                at,
                Amount.percent(terms.isEmpty() ? Optional.empty() : Optional.of(Fraction.mean(terms))),
                Evidence.meanOf(months.stream().map(Figure::id).toList()));
    }

    /** A line for every partner that has tickets, so that the legend names nobody of whom there is nothing to see. */
    private static List<Chart> charts(Table table, List<Column<Judged>> parts) {
        List<String> labels = parts.stream().map(Column::label).toList();
        return table.rows().stream()
                .map(row -> row.heads().get(0))
                .distinct()
                .filter(priority -> !Cell.NONE.equals(priority))
                .map(priority -> chart(table, priority, labels))
                .filter(chart -> !chart.series().isEmpty())
                .toList();
    }

    private static Chart chart(Table table, String priority, List<String> labels) {
        Chart axes = Chart.axes(
                "compliance-" + priority,
                priority + " tickets resolved within their target, in per cent",
                Amount.Unit.PERCENT,
                labels);
        return Chart.of(
                axes,
                table,
                row -> row.heads().get(0).equals(priority)
                        && !Cell.UNATTRIBUTED.equals(row.heads().get(1)),
                row -> row.heads().get(1));
    }
}
