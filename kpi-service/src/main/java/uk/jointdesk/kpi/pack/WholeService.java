package uk.jointdesk.kpi.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import uk.jointdesk.kpi.answer.domain.Filter;
import uk.jointdesk.kpi.answer.domain.Question;
import uk.jointdesk.kpi.answer.web.Explanation;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.pack.domain.Definition;
import uk.jointdesk.kpi.partner.store.PartnerStore;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;

/** The questions that sections of a pack ask: about every partner, whoever reads the pack later. */
@ApplicationScoped
public class WholeService {

    private static final Filter EVERYTHING = new Filter(Set.of(), Set.of(), Set.of(), Set.of());

    private final PartnerStore partners;

    public WholeService(PartnerStore partners) {
        this.partners = partners;
    }

    /** A row for every partner, the unattributed tickets and the whole service; sub-bodies count in their parent's. */
    public PartnerRows rows() {
        return new PartnerRows(partners.all(), code -> true, true, Set.of(), false);
    }

    /** A measure's definition as a pack prints it. */
    public static Definition definition(Explanation.Definition told) {
        return new Definition(told.code(), told.version(), told.text());
    }

    public Question question(Range range, Set<Dimension> by, Periodicity periodicity) {
        return new Question(range, by, periodicity, YearBasis.CALENDAR, EVERYTHING, false);
    }
}
