package uk.jointdesk.kpi.compliance.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The dated levels per priority. */
public record Thresholds(List<Dated> levels) {

    /**
     * The levels of one priority while they are in force.
     *
     * @param to last local day, or null for until further notice
     */
    public record Dated(String priority, LocalDate from, LocalDate to, Threshold threshold) {
        boolean holds(String asked, LocalDate day) {
            return priority.equals(asked) && !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The level in force on a day; none for a mixture of priorities, which no agreement sets a target for. */
    public Optional<Threshold> of(String priority, LocalDate day) {
        return levels.stream()
                .filter(level -> level.holds(priority, day))
                .map(Dated::threshold)
                .findFirst();
    }
}
