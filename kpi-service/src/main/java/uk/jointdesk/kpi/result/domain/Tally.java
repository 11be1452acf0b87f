package uk.jointdesk.kpi.result.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import uk.jointdesk.kpi.compliance.domain.Rag;

/**
 * The KPIs of one month by colour. The parts add up to the total or there is no tally: one that does not add up cannot
 * be made.
 *
 * @param noData KPIs measured in the month that have no figure, or no level to hold it against
 * @param mitigationAgreed KPIs of the month for which relief is agreed
 */
public record Tally(
        YearMonth month,
        int tslAchieved,
        int mslAchieved,
        int belowMsl,
        int noData,
        int total,
        int mitigationAgreed,
        AfterMitigation afterMitigation) {

    /** The same KPIs with those relieved apart. */
    public record AfterMitigation(int tslAchieved, int mslAchieved, int belowMsl, int relieved, int noData) {
        int sum() {
            return tslAchieved + mslAchieved + belowMsl + relieved + noData;
        }
    }

    public Tally {
        if (tslAchieved + mslAchieved + belowMsl + noData != total || afterMitigation.sum() != total) {
            throw new IllegalArgumentException("the parts of " + month + " do not add up to " + total);
        }
        if (mitigationAgreed > total) {
            throw new IllegalArgumentException("more mitigations than KPIs in " + month);
        }
    }

    /** Counts the results of a month's KPIs; performance indicators are not counted. */
    public static Tally of(YearMonth month, Collection<KpiResult> results) {
        List<KpiResult> counted = results.stream()
                .filter(result -> result.month().equals(month))
                .filter(result -> result.kpi().countsIn(month))
                .toList();
        return new Tally(
                month,
                raw(counted, Rag.GREEN),
                raw(counted, Rag.AMBER),
                raw(counted, Rag.RED),
                raw(counted, Rag.NO_DATA),
                counted.size(),
                count(counted, result -> result.relief().isPresent()),
                afterMitigation(counted));
    }

    private static AfterMitigation afterMitigation(List<KpiResult> counted) {
        return new AfterMitigation(
                standing(counted, Standing.GREEN),
                standing(counted, Standing.AMBER),
                standing(counted, Standing.RED),
                standing(counted, Standing.RELIEVED),
                standing(counted, Standing.NO_DATA));
    }

    private static int raw(List<KpiResult> results, Rag colour) {
        return count(results, result -> result.raw() == colour);
    }

    private static int standing(List<KpiResult> results, Standing standing) {
        return count(results, result -> result.mitigated() == standing);
    }

    private static int count(List<KpiResult> results, Predicate<KpiResult> counted) {
        return (int) results.stream().filter(counted).count();
    }
}
