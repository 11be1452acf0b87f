package uk.jointdesk.kpi.categories.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.NamedTickets;
import uk.jointdesk.kpi.categories.domain.Counted;
import uk.jointdesk.kpi.categories.store.CategorizedTickets;
import uk.jointdesk.kpi.categories.web.CategoryResource;
import uk.jointdesk.kpi.pack.WholeService;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.pack.domain.SectionContent;
import uk.jointdesk.kpi.pack.domain.SectionRequest;
import uk.jointdesk.kpi.pack.domain.SectionSource;
import uk.jointdesk.kpi.period.domain.Periodicity;

/** What most tickets of each partner were about, and how many of every other category there were. */
@ApplicationScoped
public class CategorySection implements SectionSource {

    static final Definition DEFINITION = WholeService.definition(CategoryResource.DEFINITION);
    private static final String TOP = "top";
    private static final Set<Dimension> BY = EnumSet.of(Dimension.PARTNER, Dimension.CATEGORY);

    private final WholeService service;
    private final CategorizedTickets tickets;

    public CategorySection(WholeService service, CategorizedTickets tickets) {
        this.service = service;
        this.tickets = tickets;
    }

    @Override
    public String code() {
        return "categories";
    }

    @Override
    public String title() {
        return "Top categories";
    }

    @Override
    public Map<String, Set<String>> options() {
        return Map.of(TOP, Set.of("3", "6", "10", "20"));
    }

    @Override
    public SectionContent content(SectionRequest request) {
        Question question = service.question(request.range(), BY, Periodicity.WHOLE);
        SortedMap<Cell, NamedTickets<Counted>> cells = question.breakdown(service.rows())
                .addUp(tickets.ofWholeService(question), NamedTickets.nothing(), NamedTickets::plus);
        SortedMap<Cell, List<String>> logged = new TreeMap<>();
        cells.forEach((cell, named) -> logged.put(cell, named.of(Counted.LOGGED)));
        CategoryTable table =
                new CategoryTable(request.range().whole(), logged, Integer.parseInt(request.option(TOP, "6")));
        return SectionContent.of(List.of(table.table()), List.of(DEFINITION)).withBalances(table.balances());
    }
}
