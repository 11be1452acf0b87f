package uk.jointdesk.kpi.level.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The dated levels of one measure. */
public record Levels(List<Dated> dated) {

    /**
     * A level while it is in force.
     *
     * @param to last local day, or null for until further notice
     */
    public record Dated(LocalDate from, LocalDate to, Level level) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** The level in force on a day, the one agreed last of several; none before the first was agreed. */
    public Optional<Level> on(LocalDate day) {
        return dated.stream()
                .filter(level -> level.holds(day))
                .reduce((earlier, later) -> later.from().isAfter(earlier.from()) ? later : earlier)
                .map(Dated::level);
    }
}
