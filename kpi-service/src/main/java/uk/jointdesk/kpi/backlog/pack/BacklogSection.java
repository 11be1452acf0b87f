package uk.jointdesk.kpi.backlog.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.backlog.domain.OpenTickets;
import uk.jointdesk.kpi.backlog.store.BacklogTickets;
import uk.jointdesk.kpi.backlog.web.BacklogResource;
import uk.jointdesk.kpi.breakdown.domain.Breakdown;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Matrix;
import uk.jointdesk.kpi.pack.domain.Matrix.Column;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Moment;
import uk.jointdesk.kpi.period.domain.Period;

/** What is open at the end of the period, and at the end of the one it is compared with. */
@ApplicationScoped
public class BacklogSection implements SectionSource {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    private static final Definition DEFINITION = new Definition(
            BacklogResource.DEFINITION.code(), BacklogResource.DEFINITION.version(), BacklogResource.DEFINITION.text());

    private final WholeService service;
    private final BacklogTickets tickets;

    public BacklogSection(WholeService service, BacklogTickets tickets) {
        this.service = service;
        this.tickets = tickets;
    }

    @Override
    public String code() {
        return "backlog";
    }

    @Override
    public String title() {
        return "Open tickets";
    }

    @Override
    public SectionContent content(SectionRequest request) {
        List<Column<OpenTickets>> columns = new ArrayList<>();
        request.compareWith().ifPresent(earlier -> columns.add(column(earlier.to())));
        columns.add(column(request.range().to()));
        return SectionContent.of(
                List.of(
                        table(columns, "open", "Open at the end of the day", count(OpenTickets::open)),
                        table(columns, "untriaged", "Open and looked at by nobody", count(OpenTickets::untriaged)),
                        table(columns, "onHold", "Open and on hold", count(OpenTickets::onHold)),
                        table(columns, "openOver30Days", "Open for more than 30 days, in per cent of open", aged())),
                List.of(DEFINITION));
    }

    private static Table table(
            List<Column<OpenTickets>> columns, String code, String caption, Matrix.Measure<OpenTickets> measure) {
        return new Matrix<>("backlog/" + code, measure, columns).table(code, caption);
    }

    private Column<OpenTickets> column(LocalDate day) {
        Period end = new Period(day.toString(), day, day, false);
        Breakdown byPartner =
                new Breakdown(Set.of(Dimension.PARTNER), service.rows(), List.of(), List.of(end), List.of(end));
        Map<Cell, OpenTickets> rows = byPartner.addUp(
                tickets.ofWholeService(Moment.endOf(day, LONDON)), OpenTickets.NOTHING, OpenTickets::plus);
        SortedMap<Cell, OpenTickets> values = new TreeMap<>(rows);
        return new Column<>(end.label(), end, values, List.of());
    }

    private static Matrix.Measure<OpenTickets> count(java.util.function.Function<OpenTickets, List<String>> which) {
        return new Matrix.Measure<>(
                DEFINITION,
                open -> Amount.tickets(which.apply(open).size()),
                open -> Evidence.counted(which.apply(open)),
                null);
    }

    private static Matrix.Measure<OpenTickets> aged() {
        return new Matrix.Measure<>(
                DEFINITION,
                open -> Amount.ratio(open.openOver30Days().size(), open.open().size(), List.of()),
                open -> Evidence.measured(open.openOver30Days(), open.younger(), List.of()),
                null);
    }
}
