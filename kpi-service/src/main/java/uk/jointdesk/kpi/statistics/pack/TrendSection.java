package uk.jointdesk.kpi.statistics.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BinaryOperator;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Judged;
import uk.jointdesk.kpi.compliance.domain.Score;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Matrix;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.statistics.domain.Measure;
import uk.jointdesk.kpi.statistics.domain.Observation;
import uk.jointdesk.kpi.statistics.pack.TrendTables.Reading;
import uk.jointdesk.kpi.statistics.web.TrendResource;
import uk.jointdesk.kpi.volumes.domain.Movement;
import uk.jointdesk.kpi.volumes.domain.Movements;
import uk.jointdesk.kpi.volumes.store.MovedTickets;

/** How compliance, or demand, went over the last twelve months or more, and what of it is more than chance. */
@ApplicationScoped
public class TrendSection implements SectionSource {

    private static final String MEASURE = "measure";
    private static final String MONTHS = "months";
    private static final Set<Dimension> BY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);

    private final WholeService service;
    private final JudgedTickets judged;
    private final MovedTickets moved;
    private final ThresholdStore thresholds;

    public TrendSection(WholeService service, JudgedTickets judged, MovedTickets moved, ThresholdStore thresholds) {
        this.service = service;
        this.judged = judged;
        this.moved = moved;
        this.thresholds = thresholds;
    }

    @Override
    public String code() {
        return "trends";
    }

    @Override
    public String title() {
        return "Trends";
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of(
                MEASURE,
                Set.of(Measure.COMPLIANCE.toString(), Measure.LOGGED.toString()),
                MONTHS,
                Set.of("12", "24", "36"));
    }

    @Override
    public SectionContent content(SectionRequest request) {
        Measure measure = Measure.named(request.option(MEASURE, Measure.COMPLIANCE.toString()))
                .orElseThrow();
        Range range = TrendTables.reaching(request.range(), Integer.parseInt(request.option(MONTHS, "12")));
        TrendTables<?> trend = measure == Measure.COMPLIANCE ? compliance(range) : logged(range);
        return SectionContent.of(trend.tables(), List.of(trend.definition())).withCharts(trend.charts());
    }

    private TrendTables<Judged> compliance(Range range) {
        Question question = service.question(range, BY, Periodicity.MONTH);
        SortedMap<Cell, Judged> cells = addUp(question, judged.ofWholeService(question), Judged.NOTHING, Judged::plus);
        Reading<Judged> reading = new Reading<>(TrendSection::seen, TrendSection::amount, TrendSection::evidence);
        return trend(Measure.COMPLIANCE, question, cells, reading);
    }

    private TrendTables<Movements> logged(Range range) {
        Question question = service.question(range, BY, Periodicity.MONTH);
        SortedMap<Cell, Movements> cells =
                addUp(question, moved.ofWholeService(question), Movements.NOTHING, Movements::plus);
        Reading<Movements> reading = new Reading<>(
                flow -> Observation.count(flow.of(Movement.LOGGED).size()),
                flow -> Amount.tickets(flow.of(Movement.LOGGED).size()),
                flow -> Evidence.counted(flow.of(Movement.LOGGED)));
        return trend(Measure.LOGGED, question, cells, reading);
    }

    private <C> SortedMap<Cell, C> addUp(Question question, Map<Slice, C> read, C nothing, BinaryOperator<C> plus) {
        return question.breakdown(service.rows()).addUp(read, nothing, plus);
    }

    private <C> TrendTables<C> trend(Measure measure, Question question, SortedMap<Cell, C> cells, Reading<C> reading) {
        Definition definition = WholeService.definition(TrendResource.definition(measure));
        return new TrendTables<>(
                measure,
                definition,
                question.range(),
                Matrix.Column.of(question.periods(), cells),
                reading,
                thresholds.all());
    }

    private static Observation seen(Judged judged) {
        Score score = judged.score();
        return new Observation(score.met(), score.measured());
    }

    private static Amount amount(Judged judged) {
        return Amount.ratio(judged.score().met(), judged.score().measured(), List.of());
    }

    private static Evidence evidence(Judged judged) {
        return Evidence.measured(judged.met(), judged.breached(), List.of());
    }
}
