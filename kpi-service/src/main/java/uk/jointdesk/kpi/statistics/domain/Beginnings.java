package uk.jointdesk.kpi.statistics.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * From when on there are facts about each partner row. Before it nothing is known, which is not the same as that nothing
 * happened.
 *
 * @param months first day of the first month with a fact, by row
 */
public record Beginnings(Map<String, LocalDate> months) {

    /** Whether a period lies wholly in the time of which there are facts. */
    public boolean reach(String row, LocalDate from) {
        return Optional.ofNullable(months.get(row))
                .filter(first -> !from.isBefore(first))
                .isPresent();
    }
}
