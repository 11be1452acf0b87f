package uk.jointdesk.local.demo;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws tickets that were resolved in a given month, having met or missed their target. */
final class ResolvedTickets {

    private static final Instant END = Published.MONTHS
            .get(2)
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay(ServiceHours.LONDON)
            .toInstant();
    private static final long MINUTE = 60;

    private final Chance chance;
    private final ServiceHours hours;

    ResolvedTickets(Chance chance, ServiceHours hours) {
        this.chance = chance;
        this.hours = hours;
    }

    DemoTicket met(Matter matter, YearMonth month) {
        long target = matter.targetSeconds();
        // The last second of the target still meets it, and the demo shows that.
        long consumed = chance.percent(1) ? target : chance.lowBetween(3 * MINUTE, target);
        return resolved(matter, month, consumed);
    }

    DemoTicket breached(Matter matter, YearMonth month) {
        long target = matter.targetSeconds();
        return resolved(matter, month, target + chance.lowBetween(MINUTE, 2 * target));
    }

    private DemoTicket resolved(Matter matter, YearMonth month, long consumed) {
        if (consumed <= 30 * MINUTE && chance.percent(4)) {
            return outOfHours(matter, month);
        }
        Course course = Course.draw(chance, matter.priority(), consumed);
        long end = chance.between(hours.start(month) + 1, hours.start(month.plusMonths(1)) - 1);
        long start = end - course.span();
        History history = new History(matter, loggedPriority(matter));
        if (chance.percent(9) && end - start % ServiceHours.DAY > hours.start(month)) {
            start -= start % ServiceHours.DAY;
            history.log(whileClosedBefore(start));
        } else {
            history.log(hours.at(start));
        }
        return after(work(history, course, start));
    }

    /** Logged and resolved on the same evening or weekend: met without using a second of the clock. */
    private DemoTicket outOfHours(Matter matter, YearMonth month) {
        long from = hours.start(month) / ServiceHours.DAY + 1;
        long to = hours.start(month.plusMonths(1)) / ServiceHours.DAY - 1;
        Instant closed = hours.closingBefore(chance.between(from, to) * ServiceHours.DAY);
        History history = new History(matter, matter.priority());
        Instant logged = closed.plusSeconds(chance.between(10, 60) * MINUTE);
        history.log(logged);
        history.add("ASSIGNED", logged.plusSeconds(5 * MINUTE));
        history.add("RESOLVED", logged.plusSeconds(chance.between(10, 180) * MINUTE));
        return after(history);
    }

    private Instant whileClosedBefore(long boundary) {
        Instant closed = hours.closingBefore(boundary);
        long gap = hours.at(boundary).getEpochSecond() - closed.getEpochSecond();
        return closed.plusSeconds(chance.between(0, gap));
    }

    private History work(History history, Course course, long start) {
        long first = course.working().get(0);
        history.assign(hours.at(start + first / 8));
        history.add("STARTED", hours.at(start + first / 3));
        long now = start + first;
        for (int i = 0; i < course.interruptions().size(); i++) {
            Course.Interruption interruption = course.interruptions().get(i);
            history.add(interruption.from(), hours.at(now), interruption.details());
            now += interruption.seconds();
            history.add(interruption.to(), hours.at(now));
            now += course.working().get(i + 1);
        }
        history.add("RESOLVED", hours.at(now));
        return history;
    }

    /** Some rate the service, and the desk closes five days later what nobody reopened by then. */
    private DemoTicket after(History history) {
        Instant resolved = history.last();
        if (chance.percent(5)) {
            Map<String, Object> rating = Map.of("rating", chance.between(2, 5), "recommend", chance.between(4, 10));
            history.addBefore(END, "RATED", resolved.plusSeconds(chance.between(1, 20) * 3600), rating);
        }
        history.addBefore(END, "CLOSED", resolved.plusSeconds(5 * 24 * 3600L), Map.of());
        return history.ticket();
    }

    private String loggedPriority(Matter matter) {
        if (!chance.percent(2)) {
            return matter.priority();
        }
        return switch (matter.priority()) {
            case "P2" -> "P3";
            case "P3" -> "P2";
            default -> matter.priority();
        };
    }

    /** The events of one ticket as they are written. */
    private static final class History {

        private final Matter matter;
        private final String loggedPriority;
        private final List<DemoEvent> events = new ArrayList<>();

        History(Matter matter, String loggedPriority) {
            this.matter = matter;
            this.loggedPriority = loggedPriority;
        }

        void log(Instant at) {
            events.add(new DemoEvent("LOGGED", at, matter.logged(loggedPriority)));
        }

        /** Whoever takes the ticket on puts the priority right. */
        void assign(Instant at) {
            add("ASSIGNED", at);
            if (!loggedPriority.equals(matter.priority())) {
                add("PRIORITY_CHANGED", at, Map.of("priority", matter.priority()));
            }
        }

        void add(String kind, Instant at) {
            add(kind, at, Map.of());
        }

        void add(String kind, Instant at, Map<String, Object> details) {
            events.add(new DemoEvent(kind, at, details));
        }

        void addBefore(Instant end, String kind, Instant at, Map<String, Object> details) {
            if (at.isBefore(end)) {
                add(kind, at, details);
            }
        }

        Instant last() {
            return events.get(events.size() - 1).at();
        }

        DemoTicket ticket() {
            return new DemoTicket(matter.partner(), matter.priority(), matter.catalogueItem(), events);
        }
    }
}
