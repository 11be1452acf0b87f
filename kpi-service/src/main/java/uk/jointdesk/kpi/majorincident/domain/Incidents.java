package uk.jointdesk.kpi.majorincident.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Major incidents of one row, by cause. The causes add up to the count; the councils' rows do not add up to the whole
 * service's, because an incident that affects two of them is one incident: they add up to {@code councilsAffected}.
 *
 * @param byCause counts by class of cause
 * @param shared those that affect another row as well
 * @param councilsAffected each incident once for every row it affects
 */
public record Incidents(SortedMap<String, Long> byCause, long shared, long councilsAffected) {
    public static final Incidents NONE = new Incidents(new TreeMap<>(), 0, 0);

    public Incidents {
        byCause = Collections.unmodifiableSortedMap(new TreeMap<>(byCause));
    }

    /** One incident that affects so many rows. */
    public static Incidents one(MajorIncident incident, int rows) {
        SortedMap<String, Long> cause = new TreeMap<>(Map.of(incident.causeOrUnknown(), 1L));
        return new Incidents(cause, rows > 1 ? 1 : 0, rows);
    }

    public Incidents plus(Incidents other) {
        SortedMap<String, Long> causes = new TreeMap<>(byCause);
        other.byCause.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
        return new Incidents(causes, shared + other.shared, councilsAffected + other.councilsAffected);
    }

    public long count() {
        return byCause.values().stream().mapToLong(Long::longValue).sum();
    }
}
