package uk.jointdesk.kpi.compliance.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.kpi.compliance.store.JudgedTickets;
import uk.jointdesk.kpi.compliance.store.ThresholdStore;
import uk.jointdesk.kpi.compliance.web.ComplianceResource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;

/** The compliance matrix of a pack: priority by partner by period. */
@ApplicationScoped
public class ComplianceSection implements SectionSource {

    static final String MEAN_OF_MONTHS = "meanOfMonths";
    static final String PERIODICITY = "periodicity";
    static final Definition DEFINITION = new Definition(
            ComplianceResource.RESOLUTION.code(),
            ComplianceResource.RESOLUTION.version(),
            ComplianceResource.RESOLUTION.text());

    private final WholeService service;
    private final JudgedTickets tickets;
    private final ThresholdStore thresholds;

    public ComplianceSection(WholeService service, JudgedTickets tickets, ThresholdStore thresholds) {
        this.service = service;
        this.tickets = tickets;
        this.thresholds = thresholds;
    }

    @Override
    public String code() {
        return "compliance";
    }

    @Override
    public String title() {
        return "Compliance with the service levels";
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of(PERIODICITY, Set.of("MONTH", "QUARTER", "WHOLE"), MEAN_OF_MONTHS, Set.of("true", "false"));
    }

    @Override
    public SectionContent content(SectionRequest request) {
        return new ComplianceMatrix(request, service, tickets, thresholds.all()).content();
    }

    static List<Definition> definitions() {
        return List.of(DEFINITION);
    }
}
