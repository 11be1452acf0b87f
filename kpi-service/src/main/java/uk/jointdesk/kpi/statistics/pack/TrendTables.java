package uk.jointdesk.kpi.statistics.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.compliance.domain.Threshold;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Grid;
import uk.jointdesk.kpi.pack.domain.Matrix;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.domain.Trend;

/**
 * The months of a measure, what they say, and a chart of both for the whole service.
 *
 * @param reading how a value of the measure becomes a figure
 */
record TrendTables<C>(
        Measure measure,
        Definition definition,
        Range range,
        List<Matrix.Column<C>> months,
        Reading<C> reading,
        Thresholds thresholds) {

    /** How a value is seen, printed and proven. */
    record Reading<C>(Function<C, Observation> seen, Function<C, Amount> amount, Function<C, Evidence> tickets) {}

    List<Table> tables() {
        return List.of(monthly(), outlook().table("outlook", "What the months say"));
    }

    /** The whole service by priority, with the lines it is read against. */
    List<Chart> charts() {
        Table monthly = monthly();
        Grid<TrendCourse> outlook = outlook();
        return outlook.values().keySet().stream()
                .filter(cell -> Cell.ALL.equals(cell.partner()) && !Cell.NONE.equals(cell.priority()))
                .map(cell -> chart(cell, monthly, outlook))
                .filter(chart ->
                        chart.categories().size() > 1 && !chart.series().isEmpty())
                .toList();
    }

    private Table monthly() {
        Matrix.Measure<C> printed = new Matrix.Measure<>(definition, reading.amount(), reading.tickets(), null);
        return new Matrix<>("trends/" + measure, printed, months).table("months", measure.text());
    }

    private Grid<TrendCourse> outlook() {
        SortedMap<Cell, TrendCourse> courses = new TreeMap<>();
        months.stream()
                .flatMap(month -> month.values().keySet().stream())
                .forEach(cell -> courses.computeIfAbsent(cell, this::course));
        return new Grid<>("trends/outlook", definition, range.whole(), courses, columns());
    }

    private static List<Grid.Measure<TrendCourse>> columns() {
        return List.of(
                Grid.Measure.derived("mean", "Mean", TrendCourse::mean),
                Grid.Measure.derived("lower", "Lower limit", TrendCourse::lower),
                Grid.Measure.derived("upper", "Upper limit", TrendCourse::upper),
                Grid.Measure.derived("target", "Target", TrendCourse::target),
                Grid.Measure.derived("slope", "Change a month", TrendCourse::slope),
                Grid.Measure.derived("monthsToTarget", "Months to target", TrendCourse::monthsToTarget),
                Grid.Measure.derived("signals", "Signals", TrendCourse::signals));
    }

    private TrendCourse course(Cell cell) {
        List<Trend.Point> points = months.stream()
                .map(month -> new Trend.Point(seen(month, cell), !month.period().partial()))
                .toList();
        Optional<Threshold> threshold =
                measure.isRatio() ? thresholds.of(cell.priority(), range.to()) : Optional.empty();
        Trend trend = Trend.of(points, threshold.map(level -> Fraction.ofPercent(level.target())));
        return new TrendCourse(
                measure,
                trend,
                threshold,
                months.stream().map(Matrix.Column::label).toList());
    }

    private Observation seen(Matrix.Column<C> month, Cell cell) {
        C value = month.values().get(cell);
        return value == null
                ? new Observation(0, measure.isRatio() ? 0L : null)
                : reading.seen().apply(value);
    }

    private Chart chart(Cell cell, Table monthly, Grid<TrendCourse> outlook) {
        List<String> labels = monthly.columns();
        String title = cell.priority() + ": " + measure.text() + (measure.isRatio() ? ", in per cent" : "");
        Amount.Unit unit = measure.isRatio() ? Amount.Unit.PERCENT : Amount.Unit.TICKETS;
        Chart axes = Chart.axes("trend-" + measure + "-" + cell.priority(), title, unit, labels);
        List<String> heads = List.of(cell.priority(), cell.partner());
        Chart values = Chart.of(axes, monthly, row -> row.heads().equals(heads), row -> "All partners");
        List<Chart.Series> lines = new ArrayList<>(values.series());
        if (!lines.isEmpty()) {
            lines.addAll(level(cell, outlook, labels.size()));
        }
        return new Chart(axes.code(), title, unit, labels, lines);
    }

    /** What does not change from month to month: each a level line, where there is one. */
    private static List<Chart.Series> level(Cell cell, Grid<TrendCourse> outlook, int months) {
        TrendCourse course = outlook.values().get(cell);
        List<Chart.Series> lines = new ArrayList<>();
        Map.of("mean", course.mean(), "lower", course.lower(), "upper", course.upper(), "target", course.target())
                .entrySet()
                .stream()
                .filter(line -> line.getValue().value() != null)
                .sorted(Map.Entry.comparingByKey())
                .forEach(line -> lines.add(new Chart.Series(
                        words(line.getKey()), Collections.nCopies(months, outlook.id(cell, line.getKey())))));
        return lines;
    }

    private static String words(String line) {
        return switch (line) {
            case "lower" -> "Lower limit";
            case "upper" -> "Upper limit";
            case "target" -> "Target";
            default -> "Mean";
        };
    }

    /** The months that lie behind a range: as many as asked for, up to its last day. */
    static Range reaching(Range range, int count) {
        Period last = range.months().get(range.months().size() - 1);
        Range wanted = new Range(last.from().withDayOfMonth(1).minusMonths(count - 1L), range.to());
        return wanted.from().isBefore(range.from()) ? wanted : range;
    }
}
