package uk.jointdesk.kpi.mitigation.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;

/**
 * What relief is asked for. A mitigation that named no KPI or no month would be a number nobody can check, so both are
 * part of it.
 *
 * @param months the months it is for, at least one, in order, each once
 * @param dependency what outside the supplier's control stood in the way
 * @param pathToGreen how the target will be met again, or N/A
 * @param problem reference of a linked problem record, or null
 * @param expiresOn the last day on which the relief, or the request for it, stands
 */
public record Request(
        String kpi,
        List<YearMonth> months,
        String reason,
        String dependency,
        String impact,
        String pathToGreen,
        String problem,
        LocalDate expiresOn) {

    public Request {
        months = List.copyOf(new TreeSet<>(months));
        if (kpi == null || months.isEmpty()) {
            throw new IllegalArgumentException("a mitigation names its KPI and its months");
        }
    }

    public YearMonth lastMonth() {
        return months.get(months.size() - 1);
    }
}
