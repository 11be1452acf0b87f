package uk.jointdesk.kpi.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.kpi.pack.domain.Amount;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.Evidence;
import uk.jointdesk.kpi.pack.domain.Figure;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.pack.domain.Table;

/** A measure whose total misses a ticket when it is told to: what the board pack of February 2019 printed. */
@ApplicationScoped
public class PlantedSection implements SectionSource {

    @Override
    public String code() {
        return "planted";
    }

    @Override
    public String title() {
        return "Planted";
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of("wrong", Set.of("true", "false"));
    }

    @Override
    public SectionContent content(SectionRequest request) {
        Definition definition = new Definition("planted", 1, "Tickets that somebody planted.");
        Figure part = Figure.of(
                "planted/LBL",
                definition,
                Map.of("partner", "LBL"),
                Amount.tickets(2),
                Evidence.counted(List.of("LBL-1", "LBL-2")));
        Figure total = Figure.of(
                "planted/ALL",
                definition,
                Map.of("partner", "ALL"),
                Amount.tickets(request.wants("wrong") ? 3 : 2),
                Evidence.sumOf(List.of("planted/LBL")));
        List<Table.Row> rows =
                List.of(new Table.Row(List.of("LBL"), List.of(part)), new Table.Row(List.of("ALL"), List.of(total)));
        return SectionContent.of(
                List.of(new Table("planted", "Planted", List.of("Partner"), List.of("2018-Q4"), rows)),
                List.of(definition));
    }
}
