package uk.jointdesk.local.demo;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Draws tickets still open at the end of December 2018: new ones, old ones, some that wait for somebody. */
final class OpenTickets {

    private static final List<String> PARTNERS =
            Arrays.asList("LBB", "LBB", "LBB", "LBL", "LBL", "LBL", "LBL", "LBS", "LBS", "LBS", null);
    private static final List<String> PRIORITIES = List.of("P2", "P3", "P3", "P3", "P3", "P3", "P4", "P4", "P4", "P4");

    private final Chance chance;
    private final ServiceHours hours;
    private final long end;

    OpenTickets(Chance chance, ServiceHours hours) {
        this.chance = chance;
        this.hours = hours;
        this.end = hours.start(YearMonth.of(2019, 1)) - 1;
    }

    DemoTicket draw() {
        boolean untriaged = chance.percent(12);
        Matter matter = Matter.draw(chance, chance.oneOf(PARTNERS), chance.oneOf(PRIORITIES), queue(untriaged));
        long age = untriaged ? chance.lowBetween(60, 4 * ServiceHours.DAY) : age();
        List<DemoEvent> events = new ArrayList<>();
        events.add(new DemoEvent("LOGGED", hours.at(end - age), matter.logged(matter.priority())));
        if (!untriaged) {
            events.add(new DemoEvent("ASSIGNED", hours.at(end - age * 9 / 10)));
            work(events, age);
        }
        return new DemoTicket(matter.partner(), matter.priority(), matter.catalogueItem(), events);
    }

    private String queue(boolean untriaged) {
        if (untriaged) {
            return null;
        }
        return chance.oneOf(chance.percent(15) ? Wording.APPLICATIONS : Wording.QUEUES);
    }

    /** Every third is older than thirty days. */
    private long age() {
        return chance.percent(34)
                ? chance.lowBetween(23 * ServiceHours.DAY, 110 * ServiceHours.DAY)
                : chance.lowBetween(3600, 18 * ServiceHours.DAY);
    }

    private void work(List<DemoEvent> events, long age) {
        if (chance.percent(70)) {
            events.add(new DemoEvent("STARTED", hours.at(end - age * 7 / 10)));
        }
        if (chance.percent(30)) {
            Instant since = hours.at(end - age / 2);
            String reason = chance.percent(10) ? "OTHER" : chance.oneOf(Wording.STOPPING);
            events.add(new DemoEvent("ON_HOLD", since, Map.of("reason", reason)));
        }
    }
}
