package uk.jointdesk.kpi.satisfaction.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.NamedTickets;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.level.domain.Level;
import uk.jointdesk.kpi.level.domain.Measure;
import uk.jointdesk.kpi.level.store.LevelStore;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Audience;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Grid;
import uk.jointdesk.kpi.pack.domain.Matrix;
import uk.jointdesk.kpi.pack.domain.Paragraph;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.satisfaction.domain.Said;
import uk.jointdesk.kpi.satisfaction.domain.Silence;
import uk.jointdesk.kpi.satisfaction.store.OpinionTickets;
import uk.jointdesk.kpi.satisfaction.web.SatisfactionResource;

/** What users thought, with how many of those asked said so, and a warning where those may not speak for the others. */
@ApplicationScoped
public class SatisfactionSection implements SectionSource {

    private static final Definition DEFINITION = WholeService.definition(SatisfactionResource.DEFINITION);
    private static final Set<Dimension> BY = EnumSet.of(Dimension.PARTNER, Dimension.PERIOD);

    private final WholeService service;
    private final OpinionTickets tickets;
    private final LevelStore levels;

    public SatisfactionSection(WholeService service, OpinionTickets tickets, LevelStore levels) {
        this.service = service;
        this.tickets = tickets;
        this.levels = levels;
    }

    @Override
    public String code() {
        return "satisfaction";
    }

    @Override
    public String title() {
        return "Satisfaction";
    }

    @Override
    public SectionContent content(SectionRequest request) {
        Map<Slice, NamedTickets<Said>> read = read(request.range());
        Grid<NamedTickets<Said>> now = grid("satisfaction", request.range(), read);
        List<Table> tables = new ArrayList<>(List.of(now.table("opinions", "What users thought, in per cent")));
        request.compareWith()
                .map(earlier -> grid("satisfaction/before", earlier, read(earlier)))
                .ifPresent(before -> tables.add(before.table("opinionsBefore", "The same in " + label(before))));
        Table monthly = monthly(request.range(), read);
        tables.add(monthly);
        return SectionContent.of(tables, List.of(DEFINITION))
                .withParagraphs(warnings(now))
                .withCharts(charts(monthly));
    }

    private Map<Slice, NamedTickets<Said>> read(Range range) {
        return tickets.ofWholeService(service.question(range, BY, Periodicity.MONTH));
    }

    private static String label(Grid<?> grid) {
        return grid.period().label().replace("/", " to ");
    }

    private Grid<NamedTickets<Said>> grid(String prefix, Range range, Map<Slice, NamedTickets<Said>> read) {
        return new Grid<>(
                prefix,
                DEFINITION,
                range.whole(),
                addUp(service.question(range, BY, Periodicity.WHOLE), read),
                OpinionMeasures.of(level(range)));
    }

    private Optional<Level> level(Range range) {
        return levels.of(Measure.SURVEY_RESPONSE).on(range.to());
    }

    private SortedMap<Cell, NamedTickets<Said>> addUp(Question question, Map<Slice, NamedTickets<Said>> read) {
        return question.breakdown(service.rows()).addUp(read, NamedTickets.nothing(), NamedTickets::plus);
    }

    private Table monthly(Range range, Map<Slice, NamedTickets<Said>> read) {
        Question question = service.question(range, BY, Periodicity.MONTH);
        Matrix.Measure<NamedTickets<Said>> positive =
                new Matrix.Measure<>(DEFINITION, OpinionMeasures::positive, OpinionMeasures::positiveTickets, null);
        return new Matrix<>(
                        "satisfaction/positive", positive, Matrix.Column.of(question.periods(), addUp(question, read)))
                .table("positive", "Positive ratings by month, in per cent");
    }

    private static List<Chart> charts(Table monthly) {
        Chart axes = Chart.axes(
                "satisfaction-positive", "Positive ratings, in per cent", Amount.Unit.PERCENT, monthly.columns());
        Chart chart = Chart.of(axes, monthly, row -> true, row -> row.heads().get(0));
        return monthly.columns().size() < 2 || chart.series().isEmpty() ? List.of() : List.of(chart);
    }

    private List<Paragraph> warnings(Grid<NamedTickets<Said>> grid) {
        Optional<Level> level =
                levels.of(Measure.SURVEY_RESPONSE).on(grid.period().to());
        List<Paragraph> warnings = new ArrayList<>();
        grid.values().forEach((cell, said) -> Silence.of(OpinionMeasures.counts(said), level)
                .map(silence -> warning(silence, cell, level))
                .map(words -> new Paragraph(words, Audience.PUBLIC, List.of(grid.id(cell, OpinionMeasures.RESPONSE))))
                .ifPresent(warnings::add));
        return warnings;
    }

    private static String warning(Silence silence, Cell cell, Optional<Level> level) {
        return switch (silence) {
            case LOW_RESPONSE ->
                "%s: fewer than %s %% of those asked answered; the answers may not speak for the others."
                        .formatted(cell.partner(), level.orElseThrow().target().toPlainString());
            case NOBODY_ASKED ->
                cell.partner() + ": nobody was asked in the period; what there is was given unasked or for"
                        + " earlier surveys.";
        };
    }
}
