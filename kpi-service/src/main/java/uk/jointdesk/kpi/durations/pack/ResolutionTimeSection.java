package uk.jointdesk.kpi.durations.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.durations.domain.Durations;
import uk.jointdesk.kpi.durations.domain.TimedTickets;
import uk.jointdesk.kpi.durations.store.DurationStore;
import uk.jointdesk.kpi.durations.web.ResolutionTimeResource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Grid;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** How long resolved tickets took: mean, median and 90th percentile beside the number of tickets they are of. */
@ApplicationScoped
public class ResolutionTimeSection implements SectionSource {

    private static final Definition DEFINITION = WholeService.definition(ResolutionTimeResource.DEFINITION);
    private static final Set<Dimension> BY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER);

    private final WholeService service;
    private final DurationStore durations;

    public ResolutionTimeSection(WholeService service, DurationStore durations) {
        this.service = service;
        this.durations = durations;
    }

    @Override
    public String code() {
        return "resolution-times";
    }

    @Override
    public String title() {
        return "Resolution times";
    }

    @Override
    public SectionContent content(SectionRequest request) {
        List<Table> tables = new ArrayList<>();
        tables.add(table("resolution-times", "times", "Minutes from logging to resolution", request.range()));
        request.compareWith()
                .ifPresent(earlier -> tables.add(table(
                        "resolution-times/before",
                        "timesBefore",
                        "The same in " + earlier.whole().label().replace("/", " to "),
                        earlier)));
        return SectionContent.of(tables, List.of(DEFINITION));
    }

    private Table table(String prefix, String code, String caption, Range range) {
        Question question = service.question(range, BY, Periodicity.WHOLE);
        var rows = question.breakdown(service.rows())
                .addUp(durations.ofWholeService(question), TimedTickets.NONE, TimedTickets::plus);
        return new Grid<>(prefix, DEFINITION, range.whole(), rows, measures()).table(code, caption);
    }

    private static List<Grid.Measure<TimedTickets>> measures() {
        Function<TimedTickets, Durations> service = tickets -> tickets.times().service();
        Function<TimedTickets, Durations> elapsed = tickets -> tickets.times().elapsed();
        return List.of(
                Grid.Measure.counted(
                        "resolved",
                        "Resolved",
                        tickets -> Amount.tickets(tickets.times().resolved()),
                        tickets -> Evidence.counted(tickets.resolved())),
                minutes("elapsedMean", "Elapsed, mean", elapsed, Durations.Summary::mean),
                minutes("elapsedMedian", "Elapsed, median", elapsed, Durations.Summary::median),
                minutes("elapsedP90", "Elapsed, 90th percentile", elapsed, Durations.Summary::p90),
                Grid.Measure.counted(
                        "withTarget",
                        "With a target",
                        tickets -> Amount.tickets(tickets.withTarget().size()),
                        tickets -> Evidence.counted(tickets.withTarget())),
                minutes("serviceMean", "Service minutes, mean", service, Durations.Summary::mean),
                minutes("serviceMedian", "Service minutes, median", service, Durations.Summary::median),
                minutes("serviceP90", "Service minutes, 90th percentile", service, Durations.Summary::p90));
    }

    private static Grid.Measure<TimedTickets> minutes(
            String code,
            String head,
            Function<TimedTickets, Durations> which,
            Function<Durations.Summary, Fraction> statistic) {
        return Grid.Measure.derived(
                code,
                head,
                tickets -> Amount.of(
                        Amount.Unit.MINUTES,
                        which.apply(tickets)
                                .summary()
                                .map(statistic)
                                .map(Fraction::decimal)
                                .orElse(null)));
    }
}
