package uk.jointdesk.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Service time of a ticket counted local day by local day, sharing nothing with the generator. */
final class SlowWalk {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> HOLIDAYS = List.of(
            "2018-01-01",
            "2018-03-30",
            "2018-04-02",
            "2018-05-07",
            "2018-05-28",
            "2018-08-27",
            "2018-12-25",
            "2018-12-26",
            "2019-01-01");
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("P1", 240),
            Map.entry("P2", 480),
            Map.entry("P3", 1200),
            Map.entry("new-starter-account", 1200),
            Map.entry("laptop-request", 6000),
            Map.entry("software-install", 3000),
            Map.entry("mailbox-access", 600),
            Map.entry("vpn-token", 1800),
            Map.entry("mobile-phone", 3000),
            Map.entry("file-share-access", 1200),
            Map.entry("desk-move", 3000));

    private SlowWalk() {}

    static long targetSeconds(DemoTicket ticket) {
        String key = ticket.catalogueItem() == null ? ticket.priority() : ticket.catalogueItem();
        return 60L * MINUTES.get(key);
    }

    /** Seconds on the clock from logging to the last resolution. */
    static long consumedSeconds(DemoTicket ticket) {
        long seconds = 0;
        Instant since = null;
        for (DemoEvent event : ticket.events()) {
            switch (event.kind()) {
                case "LOGGED", "RESUMED", "REOPENED" -> since = event.at();
                case "ON_HOLD", "RESOLVED" -> {
                    seconds += between(since, event.at());
                    since = null;
                }
                default -> {
                    // Changes nothing about whether the clock runs.
                }
            }
        }
        return seconds;
    }

    private static long between(Instant from, Instant to) {
        long seconds = 0;
        LocalDate last = to.atZone(LONDON).toLocalDate();
        for (LocalDate day = from.atZone(LONDON).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5 && !HOLIDAYS.contains(day.toString())) {
                long open = day.atTime(8, 0).atZone(LONDON).toEpochSecond();
                long close = day.atTime(18, 0).atZone(LONDON).toEpochSecond();
                seconds += Math.max(0, Math.min(close, to.getEpochSecond()) - Math.max(open, from.getEpochSecond()));
            }
        }
        return seconds;
    }
}
