package uk.jointdesk.kpi.volumes.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.jointdesk.kpi.breakdown.domain.Cell;

/** The flow of one cell and the stock it starts and ends with, in tickets. */
public record Volume(long openAtStart, Flow flow, long openAtEnd) {

    /** Carries the open tickets of each group from period to period, starting with those from before the range. */
    public static SortedMap<Cell, Volume> carriedForward(SortedMap<Cell, Flow> flows) {
        Map<Cell, Long> open = new TreeMap<>();
        SortedMap<Cell, Volume> volumes = new TreeMap<>();
        flows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.period(), b.period())))
                .forEach(entry -> {
                    Cell group = entry.getKey().inPeriod(Cell.BEFORE);
                    long start = open.getOrDefault(group, 0L);
                    long end = start + entry.getValue().net();
                    open.put(group, end);
                    volumes.put(entry.getKey(), new Volume(start, entry.getValue(), end));
                });
        volumes.keySet().removeIf(cell -> cell.period() == Cell.BEFORE);
        return volumes;
    }
}
