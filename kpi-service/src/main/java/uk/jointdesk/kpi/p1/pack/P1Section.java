package uk.jointdesk.kpi.p1.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.p1.domain.SeriousTicket;
import uk.jointdesk.kpi.p1.store.SeriousTicketStore;
import uk.jointdesk.kpi.p1.web.P1Resource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Grid;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.period.domain.Range;

/** Each P1 that was resolved in the period and how long it took, and how many of them were in time. */
@ApplicationScoped
public class P1Section implements SectionSource {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    static final Definition DEFINITION = WholeService.definition(P1Resource.DEFINITION);

    private final WholeService service;
    private final SeriousTicketStore tickets;

    public P1Section(WholeService service, SeriousTicketStore tickets) {
        this.service = service;
        this.tickets = tickets;
    }

    @Override
    public String code() {
        return "p1-durations";
    }

    @Override
    public String title() {
        return "Priority 1 incidents";
    }

    @Override
    public SectionContent content(SectionRequest request) {
        SortedMap<String, List<SeriousTicket>> rows = rows(request.range());
        return SectionContent.of(
                List.of(
                        counts(request.range(), rows).table("counts", "Priority 1 incidents resolved"),
                        new DurationTable(rows, LONDON).table()),
                List.of(DEFINITION));
    }

    /** The row of every partner, of the unattributed and of all together, with its tickets. */
    private SortedMap<String, List<SeriousTicket>> rows(Range range) {
        PartnerRows partners = service.rows();
        SortedMap<String, List<SeriousTicket>> rows = new TreeMap<>();
        partners.expected(range.from(), range.to()).forEach(row -> rows.put(row, new ArrayList<>()));
        for (SeriousTicket ticket : tickets.ofWholeService(range)) {
            partners.rowsOf(ticket.partner()).forEach(row -> rows.computeIfAbsent(row, none -> new ArrayList<>())
                    .add(ticket));
        }
        return rows;
    }

    private static Grid<List<SeriousTicket>> counts(Range range, SortedMap<String, List<SeriousTicket>> rows) {
        SortedMap<Cell, List<SeriousTicket>> values = new TreeMap<>();
        rows.forEach((row, tickets) -> values.put(new Cell(null, row, 0, null, null), tickets));
        return new Grid<>(
                "p1-durations/counts",
                DEFINITION,
                range.whole(),
                values,
                List.of(
                        Grid.Measure.counted(
                                "tickets",
                                "Resolved",
                                tickets -> Amount.tickets(tickets.size()),
                                tickets -> Evidence.counted(references(tickets))),
                        Grid.Measure.counted(
                                "inTarget", "In time, in per cent", P1Section::inTime, P1Section::tickets)));
    }

    private static Amount inTime(List<SeriousTicket> tickets) {
        Evidence behind = tickets(tickets);
        int met = behind.numerator().size();
        int without = behind.excluded().size();
        List<Amount.Excluded> excluded = without == 0 ? List.of() : List.of(new Amount.Excluded("NO_TARGET", without));
        return Amount.ratio(met, met + behind.rest().size(), excluded);
    }

    private static Evidence tickets(List<SeriousTicket> tickets) {
        return Evidence.measured(
                references(with("MET", tickets)),
                references(with("BREACHED", tickets)),
                references(with("NO_TARGET", tickets)));
    }

    private static List<SeriousTicket> with(String outcome, List<SeriousTicket> tickets) {
        return tickets.stream()
                .filter(ticket -> outcome.equals(ticket.outcome()))
                .toList();
    }

    private static List<String> references(List<SeriousTicket> tickets) {
        return tickets.stream().map(SeriousTicket::reference).sorted().toList();
    }
}
