package uk.jointdesk.kpi.answer.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.jointdesk.kpi.breakdown.domain.Breakdown;
import uk.jointdesk.kpi.breakdown.domain.Dimension;
import uk.jointdesk.kpi.breakdown.domain.PartnerRows;
import uk.jointdesk.kpi.period.domain.Period;
import uk.jointdesk.kpi.period.domain.Periodicity;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.kpi.period.domain.YearBasis;

/**
 * A question about a range of local days.
 *
 * @param ownRows whether sub-bodies are shown beside their parent
 */
public record Question(
        Range range, Set<Dimension> by, Periodicity periodicity, YearBasis basis, Filter filter, boolean ownRows) {
    /** Without a breakdown by period the whole range is one. */
    public List<Period> periods() {
        return by.contains(Dimension.PERIOD) ? range.periods(periodicity, basis) : List.of(range.whole());
    }

    /** The same question, broken down by this as well. */
    public Question brokenDownBy(Dimension dimension) {
        Set<Dimension> more = EnumSet.of(dimension);
        more.addAll(by);
        return new Question(range, more, periodicity, basis, filter, ownRows);
    }

    public Breakdown breakdown(PartnerRows partners) {
        return new Breakdown(by, partners, filter.prioritiesShown(), range.months(), periods());
    }
}
