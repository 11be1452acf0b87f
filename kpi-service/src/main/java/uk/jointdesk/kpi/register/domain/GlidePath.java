package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The dated levels of one indicator, by the day they begin. A path of rising levels is several of them. */
public record GlidePath(List<Level> levels) {
    public static final GlidePath NONE = new GlidePath(List.of());

    public GlidePath {
        levels = levels.stream().sorted(Comparator.comparing(Level::from)).toList();
    }

    /** The levels in force on a day. */
    public Optional<Level> on(LocalDate day) {
        return levels.stream().filter(level -> !level.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    /**
     * Goes on with further levels. The first path of an indicator may begin on any day; a later one begins neither before
     * the one in force nor in a month that is over, for results reported against the old level would change in silence.
     */
    public GlidePath then(List<Level> next, Direction direction, LocalDate firstOpenDay) {
        LocalDate earliest =
                levels.isEmpty() ? LocalDate.MIN : later(last().from().plusDays(1), firstOpenDay);
        LocalDate before = earliest.equals(LocalDate.MIN) ? earliest : earliest.minusDays(1);
        for (int i = 0; i < next.size(); i++) {
            Level level = next.get(i);
            level.check(direction, "/levels/" + i);
            if (!level.from().isAfter(before)) {
                throw new RuleBroken("levels-retroactive", "/levels/" + i + "/from", "lies on or before " + before);
            }
            before = level.from();
        }
        return new GlidePath(
                java.util.stream.Stream.concat(levels.stream(), next.stream()).toList());
    }

    private Level last() {
        return levels.get(levels.size() - 1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
