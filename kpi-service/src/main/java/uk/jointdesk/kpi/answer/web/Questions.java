package uk.jointdesk.kpi.answer.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.jointdesk.kit.scope.Caller;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.breakdown.domain.Cell;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.partner.store.PartnerStore;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.YearBasis;

/** Turns query parameters into a question, and knows which partner rows its asker may see. */
@ApplicationScoped
public class Questions {

    private static final Set<String> PRIORITIES = new TreeSet<>(Set.of("P1", "P2", "P3", "P4", Cell.NONE));
    private static final Set<String> TYPES = new TreeSet<>(Set.of("INCIDENT", "SERVICE_REQUEST", Cell.NONE));

    private final Caller caller;
    private final PartnerStore partners;

    public Questions(Caller caller, PartnerStore partners) {
        this.caller = caller;
        this.partners = partners;
    }

    /** The question, broken down by {@code normally} unless the caller says otherwise. */
    public Question read(PerformanceParams params, Set<Dimension> normally) {
        return read(params, normally, EnumSet.allOf(Dimension.class));
    }

    /** The same of a measure that cannot be broken down by everything. */
    public Question read(PerformanceParams params, Set<Dimension> normally, Set<Dimension> possible) {
        return new Question(
                Days.range(params.from, params.to),
                groups(params, normally, possible),
                Asked.word(Periodicity.class, "periodicity", params.periodicity),
                Asked.word(YearBasis.class, "calendar", params.calendar),
                filter(params),
                ownRows(params));
    }

    public Filter filter(TicketParams params) {
        return new Filter(
                Asked.several("partner", params.partner),
                Asked.severalOf("priority", params.priority, PRIORITIES),
                Asked.severalOf("type", params.type, TYPES),
                Asked.names("queue", params.queue),
                Asked.several("organisation", params.organisation),
                Asked.names("category", params.category),
                Asked.names("exceptCategory", params.exceptCategory));
    }

    public boolean ownRows(TicketParams params) {
        return Asked.yes("subBodies", params.subBodies);
    }

    /** The partner rows of an answer to the caller. */
    public PartnerRows rows(Filter filter, boolean ownRows) {
        PartnerScope scope = caller.scope();
        return new PartnerRows(partners.all(), scope::covers, scope.all(), filter.partners(), ownRows);
    }

    /** What the answer is broken down by: {@code normally} unless the caller names some of {@code possible}. */
    public Set<Dimension> groups(TicketParams params, Set<Dimension> normally, Set<Dimension> possible) {
        if (params.groupBy.isEmpty()) {
            return normally;
        }
        Set<String> allowed = possible.stream().map(Asked::camel).collect(Collectors.toCollection(TreeSet::new));
        Set<Dimension> by = EnumSet.noneOf(Dimension.class);
        if (params.groupBy.equals(List.of("none"))) {
            return by;
        }
        Asked.severalOf("groupBy", params.groupBy, allowed)
                .forEach(name -> by.add(Dimension.valueOf(name.toUpperCase(Locale.ROOT))));
        return by;
    }
}
