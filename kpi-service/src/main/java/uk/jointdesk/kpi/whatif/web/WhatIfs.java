package uk.jointdesk.kpi.whatif.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.answer.web.Questions;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Thresholds;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.feed.domain.AsAt;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudgement;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;
import uk.jointdesk.kpi.whatif.domain.CellChange;
import uk.jointdesk.kpi.whatif.domain.ServicePoints;
import uk.jointdesk.kpi.whatif.domain.Shift;
import uk.jointdesk.kpi.whatif.domain.Tally;
import uk.jointdesk.kpi.whatif.store.LifeStore;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.RuleBook;

/** Tries other rules on the tickets of a range, on every core, and tells what cells would become. Nothing is written. */
@ApplicationScoped
public class WhatIfs {

    private static final Set<Dimension> BY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);
    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    private static final Filter EVERYTHING = new Filter(Set.of(), Set.of(), Set.of(), Set.of());

    private final Questions questions;
    private final LifeStore lives;
    private final ThresholdStore thresholds;
    private final ServicePoints points;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    public WhatIfs(Questions questions, LifeStore lives, ThresholdStore thresholds, ServicePoints points) {
        this.questions = questions;
        this.lives = lives;
        this.thresholds = thresholds;
        this.points = points;
    }

    /** What came of it: all cells, and how many tickets were judged, how many of them from their events. */
    record Tried(List<CellChange> cells, ServicePoints.Changes costs, long judged, long askedTheClock) {}

    AsAt<Tried> tried(WhatIfDocument wanted, Range range, RuleBook rules) {
        Rejudgement judge = new Rejudgement(rules, wanted.metric(), range);
        List<LocalDate> months = range.months().stream()
                .map(month -> month.from().withDayOfMonth(1))
                .toList();
        var read = lives.read(wanted.metric(), months, () -> new Trial(judge, span(range), threads));
        Map<Slice, Shift> shifts = read.figures().shifts();
        Tried tried = new Tried(
                cells(wanted, range, shifts),
                costs(wanted, range, shifts),
                read.figures().judged(),
                read.figures().askedTheClock());
        return new AsAt<>(tried, read.instant());
    }

    private static Tally.Span span(Range range) {
        return new Tally.Span(midnight(range.from()), midnight(range.to().plusDays(1)));
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant().toEpochMilli();
    }

    private List<CellChange> cells(WhatIfDocument wanted, Range range, Map<Slice, Shift> shifts) {
        Question question = new Question(range, BY, wanted.periodicity(), YearBasis.CALENDAR, EVERYTHING, false);
        Thresholds before = thresholds.of(wanted.metric());
        Thresholds after = wanted.over(before);
        List<Period> periods = question.periods();
        return question
                .breakdown(questions.rows(EVERYTHING, false))
                .addUp(shifts, Shift.NOTHING, Shift::plus)
                .entrySet()
                .stream()
                .map(row -> change(row.getKey(), periods.get(row.getKey().period()), row.getValue(), before, after))
                .toList();
    }

    /** What indicators count is resolutions; how soon tickets are answered moves none of them. */
    private ServicePoints.Changes costs(WhatIfDocument wanted, Range range, Map<Slice, Shift> shifts) {
        return points.changes(new ServicePoints.Tried(
                range,
                wanted.metric() == Metric.RESOLUTION ? shifts : Map.of(),
                wanted.kpis().stream().map(WhatIfDocument.KpiLevel::level).toList(),
                wanted.monthlyPence()));
    }

    private static CellChange change(Cell cell, Period period, Shift shift, Thresholds before, Thresholds after) {
        return new CellChange(
                cell,
                period,
                new CellChange.Side(shift.before(), before.of(cell.priority(), period.to())),
                new CellChange.Side(shift.after(), after.of(cell.priority(), period.to())),
                shift.tickets());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
