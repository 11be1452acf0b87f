package uk.jointdesk.servicelevel.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.jointdesk.servicelevel.calendar.Stretch.Kind;

/** Collects the stretches of a span day by day and joins neighbours that are alike. */
final class StretchLine {

    private final long from;
    private final long to;
    private final List<Stretch> stretches = new ArrayList<>();

    StretchLine(long from, long to) {
        this.from = from;
        this.to = to;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    boolean isEmpty() {
        return from >= to;
    }

    void add(OpeningDay day) {
        long closedSince = day.start();
        for (int i = 0; i < day.opens().length; i++) {
            add(closedSince, day.opens()[i], day.closedAs(), day.closedDetail());
            add(day.opens()[i], day.closes()[i], Kind.OPEN, "");
            closedSince = day.closes()[i];
        }
        add(closedSince, day.end(), day.closedAs(), day.closedDetail());
    }

    private void add(long start, long end, Kind kind, String detail) {
        Instant begin = Instant.ofEpochMilli(Math.max(from, start));
        Instant finish = Instant.ofEpochMilli(Math.min(to, end));
        if (!begin.isBefore(finish)) {
            return;
        }
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last != null && last.kind() == kind && last.detail().equals(detail)) {
            stretches.set(stretches.size() - 1, new Stretch(last.from(), finish, kind, detail));
        } else {
            stretches.add(new Stretch(begin, finish, kind, detail));
        }
    }

    List<Stretch> stretches() {
        return List.copyOf(stretches);
    }
}
