package uk.jointdesk.kpi.statistics.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.store.MeasuredFigures;

/** Puts the cells of a question in rows, one a group, and the twelve months before beside each. */
@ApplicationScoped
public class Trends {

    private static final int MONTHS_BEFORE = 11;

    private final MeasuredFigures figures;
    private final ThresholdStore thresholds;

    public Trends(MeasuredFigures figures, ThresholdStore thresholds) {
        this.figures = figures;
        this.thresholds = thresholds;
    }

    AsAt<List<TrendRow>> rows(Measure measure, Question question, PartnerRows partners) {
        var read = figures.of(measure, question, partners);
        Map<Cell, SortedMap<Integer, Observation>> groups = byGroup(read.figures());
        RollingYear year = measure.addsUpOverTime() ? rolling(measure, question, partners) : RollingYear.NONE;
        TrendRows rows = new TrendRows(measure, question, thresholds.all(), year);
        List<TrendRow> items = new ArrayList<>();
        groups.forEach((group, series) -> items.add(rows.row(group, series)));
        return new AsAt<>(items, read.instant());
    }

    private RollingYear rolling(Measure measure, Question question, PartnerRows partners) {
        LocalDate from = YearMonth.from(question.range().from())
                .minusMonths(MONTHS_BEFORE)
                .atDay(1);
        LocalDate to = YearMonth.from(question.range().to()).atEndOfMonth();
        Set<Dimension> by = EnumSet.copyOf(question.by());
        Question monthly = new Question(
                new Range(from, to), by, Periodicity.MONTH, YearBasis.CALENDAR, question.filter(), question.ownRows());
        List<Period> months = monthly.periods();
        return new RollingYear(byGroup(figures.of(measure, monthly, partners).figures()), months);
    }

    private static Map<Cell, SortedMap<Integer, Observation>> byGroup(SortedMap<Cell, Observation> cells) {
        Map<Cell, SortedMap<Integer, Observation>> groups = new TreeMap<>();
        cells.forEach((cell, observation) -> groups.computeIfAbsent(cell.inPeriod(0), group -> new TreeMap<>())
                .put(cell.period(), observation));
        return groups;
    }

    /** The months of the groups, from eleven before the range on. */
    record RollingYear(Map<Cell, SortedMap<Integer, Observation>> groups, List<Period> months) {
        static final RollingYear NONE = new RollingYear(Map.of(), List.of());

        /** The twelve months up to the one a day lies in, pooled. */
        Optional<TrendRow.Rolling> upTo(LocalDate day, Cell group, TrendView view) {
            int last = months.size() - 1;
            while (last >= 0 && !months.get(last).contains(day)) {
                last--;
            }
            int first = last - MONTHS_BEFORE;
            SortedMap<Integer, Observation> series = groups.get(group);
            if (first < 0 || series == null) {
                return Optional.empty();
            }
            LocalDate from = months.get(first).from();
            LocalDate to = months.get(last).to();
            return series.subMap(first, last + 1).values().stream()
                    .reduce(Observation::plus)
                    .map(sum -> new TrendRow.Rolling(from, to, view.value(sum), sum.numerator(), sum.denominator()));
        }
    }
}
