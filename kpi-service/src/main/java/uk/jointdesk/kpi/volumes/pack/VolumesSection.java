package uk.jointdesk.kpi.volumes.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Chart;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Matrix;
import uk.jointdesk.kpi.pack.domain.Matrix.Column;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.volumes.domain.Movement;
import uk.jointdesk.kpi.volumes.domain.Movements;
import uk.jointdesk.kpi.volumes.store.MovedTickets;
import uk.jointdesk.kpi.volumes.web.VolumeResource;

/** Demand: the tickets logged by priority, partner and period, and what became of them. */
@ApplicationScoped
public class VolumesSection implements SectionSource {

    static final Definition DEFINITION = new Definition(
            VolumeResource.DEFINITION.code(), VolumeResource.DEFINITION.version(), VolumeResource.DEFINITION.text());
    private static final String PERIODICITY = "periodicity";
    private static final Set<Dimension> BY = EnumSet.of(Dimension.PRIORITY, Dimension.PARTNER, Dimension.PERIOD);

    private final WholeService service;
    private final MovedTickets tickets;

    public VolumesSection(WholeService service, MovedTickets tickets) {
        this.service = service;
        this.tickets = tickets;
    }

    @Override
    public String code() {
        return "volumes";
    }

    @Override
    public String title() {
        return "Demand";
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of(PERIODICITY, Set.of("MONTH", "QUARTER", "WHOLE"));
    }

    @Override
    public SectionContent content(SectionRequest request) {
        Map<Slice, Movements> read = read(request.range());
        List<Column<Movements>> columns = new ArrayList<>();
        request.compareWith().ifPresent(earlier -> columns.add(whole(earlier, read(earlier), List.of())));
        List<Column<Movements>> parts = periods(request, read);
        columns.addAll(parts);
        if (parts.size() > 1) {
            columns.add(whole(
                    request.range(), read, parts.stream().map(Column::label).toList()));
        }
        Table logged =
                new Matrix<>("volumes/logged", measure(), columns).table("logged", "Tickets logged, by priority");
        FlowTable flow = new FlowTable(service.question(request.range(), BY, Periodicity.WHOLE), service.rows(), read);
        return SectionContent.of(List.of(logged, flow.table()), List.of(DEFINITION))
                .withBalances(flow.balances())
                .withCharts(parts.size() > 1 ? List.of(chart(logged, parts)) : List.of());
    }

    private Map<Slice, Movements> read(Range range) {
        return tickets.ofWholeService(service.question(range, BY, Periodicity.MONTH));
    }

    private List<Column<Movements>> periods(SectionRequest request, Map<Slice, Movements> read) {
        Periodicity length = Periodicity.valueOf(request.option(PERIODICITY, Periodicity.MONTH.name()));
        Question question = service.question(request.range(), BY, length);
        return Column.of(question.periods(), addUp(question, read));
    }

    private Column<Movements> whole(Range range, Map<Slice, Movements> read, List<String> parts) {
        return Column.of(range.whole(), 0, addUp(service.question(range, BY, Periodicity.WHOLE), read), parts);
    }

    /** With a row of all priorities together, as the board pack of February 2019 has one. */
    private Map<Cell, Movements> addUp(Question question, Map<Slice, Movements> read) {
        Map<Cell, Movements> rows = question.breakdown(service.rows()).addUp(read, Movements.NOTHING, Movements::plus);
        List.copyOf(rows.entrySet()).forEach(row -> rows.merge(total(row.getKey()), row.getValue(), Movements::plus));
        return rows;
    }

    private static Cell total(Cell cell) {
        return new Cell(Matrix.TOTAL, cell.partner(), cell.period(), null, null);
    }

    private static Matrix.Measure<Movements> measure() {
        return new Matrix.Measure<>(
                DEFINITION,
                moved -> Amount.tickets(moved.of(Movement.LOGGED).size()),
                moved -> Evidence.counted(moved.of(Movement.LOGGED)),
                null);
    }

    private static Chart chart(Table logged, List<Column<Movements>> parts) {
        List<String> labels = parts.stream().map(Column::label).toList();
        Chart axes = Chart.axes("volumes-logged", "Tickets logged", Amount.Unit.TICKETS, labels);
        return Chart.of(axes, logged, row -> Matrix.TOTAL.equals(row.heads().get(0)), row -> row.heads()
                .get(1));
    }
}
