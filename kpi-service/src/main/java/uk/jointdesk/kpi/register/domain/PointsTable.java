package uk.jointdesk.kpi.register.domain;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The points of the KPIs of a family on one day, by code. */
public record PointsTable(SortedMap<String, Integer> points) {

    /** What one KPI can carry. */
    public static final int MOST = 10_000;

    public PointsTable {
        points = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }

    public int total() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Gives the points of one KPI to the others named, as evenly as whole points allow, odd ones to the first codes. */
    public PointsTable spreadEvenly(String from, Collection<String> to) {
        SortedMap<String, Integer> shares = new TreeMap<>();
        int given = points.get(from);
        int place = 0;
        for (String code : new java.util.TreeSet<>(to)) {
            shares.put(code, given / to.size() + (place++ < given % to.size() ? 1 : 0));
        }
        return give(from, shares);
    }

    /** Gives the points of one KPI to others as named. All of them must be given: the family's total never changes. */
    public PointsTable give(String from, Map<String, Integer> shares) {
        int given = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (given != points.get(from)) {
            throw new RuleBroken(
                    "points-total-changed",
                    "/to",
                    "adds up to " + given + ", not to the " + points.get(from) + " given");
        }
        SortedMap<String, Integer> after = new TreeMap<>(points);
        after.put(from, 0);
        shares.forEach((code, share) -> after.merge(code, share, Integer::sum));
        if (after.values().stream().anyMatch(carried -> carried > MOST)) {
            throw new RuleBroken("points-too-many", "/to", "one of them would carry more than " + MOST);
        }
        return new PointsTable(after);
    }
}
