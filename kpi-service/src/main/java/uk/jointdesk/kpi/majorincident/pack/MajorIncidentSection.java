package uk.jointdesk.kpi.majorincident.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.majorincident.domain.Affected;
import uk.jointdesk.kpi.majorincident.domain.MajorIncident;
import uk.jointdesk.kpi.majorincident.store.MajorIncidentStore;
import uk.jointdesk.kpi.majorincident.web.MajorIncidentResource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Grid;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;
import uk.jointdesk.kpi.period.domain.Range;

/** The major incidents of the period by council and cause, and each of them with its cause and how long it took. */
@ApplicationScoped
public class MajorIncidentSection implements SectionSource {

    private static final ZoneId LONDON = ZoneId.of(Explanation.ZONE);
    static final Definition DEFINITION = WholeService.definition(MajorIncidentResource.DEFINITION);

    private final WholeService service;
    private final MajorIncidentStore incidents;

    public MajorIncidentSection(WholeService service, MajorIncidentStore incidents) {
        this.service = service;
        this.incidents = incidents;
    }

    @Override
    public String code() {
        return "major-incidents";
    }

    @Override
    public String title() {
        return "Major incidents";
    }

    @Override
    public SectionContent content(SectionRequest request) {
        SortedMap<String, Affected> affected = affected(request.range());
        List<String> causes = causes(affected);
        return SectionContent.of(
                List.of(counts(request.range(), affected, causes), new IncidentTable(affected, LONDON).table()),
                List.of(DEFINITION));
    }

    /** By the rows of councils, each with what affected it; the whole service with every incident once. */
    private SortedMap<String, Affected> affected(Range range) {
        PartnerRows partners = service.rows();
        SortedMap<String, Affected> rows = new TreeMap<>();
        partners.expected(range.from(), range.to()).forEach(row -> rows.put(row, Affected.BY_NONE));
        // A major incident always affects somebody.
        rows.remove(Cell.UNATTRIBUTED);
        for (MajorIncident incident : incidents.ofWholeService(range).declared()) {
            incident.partners().stream()
                    .flatMap(partner -> partners.rowsOf(partner).stream())
                    .distinct()
                    .forEach(row -> rows.merge(row, Affected.by(incident), Affected::plus));
        }
        return rows;
    }

    private static List<String> causes(SortedMap<String, Affected> affected) {
        return affected.values().stream()
                .flatMap(row -> row.incidents().stream())
                .map(MajorIncident::causeOrUnknown)
                .distinct()
                .sorted()
                .toList();
    }

    private static Table counts(Range range, SortedMap<String, Affected> affected, List<String> causes) {
        SortedMap<Cell, Affected> rows = new TreeMap<>();
        affected.forEach((row, incidents) -> rows.put(new Cell(null, row, 0, null, null), incidents));
        List<Grid.Measure<Affected>> measures = new java.util.ArrayList<>();
        measures.add(measure("all", "Major incidents", Affected::references));
        causes.forEach(cause -> measures.add(measure(cause, cause, row -> row.references(cause))));
        return new Grid<>("major-incidents/counts", DEFINITION, range.whole(), rows, measures)
                .table("counts", "Major incidents by cause; one that affects several councils is in the row of each");
    }

    /** The whole service counts each incident once, so that its row is no sum. */
    private static Grid.Measure<Affected> measure(String code, String head, Function<Affected, List<String>> which) {
        return new Grid.Measure<>(
                code,
                head,
                row -> Amount.tickets(which.apply(row).size()),
                row -> Evidence.counted(which.apply(row)),
                false,
                null);
    }
}
