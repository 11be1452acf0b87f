package uk.jointdesk.system.load.board;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends events as a desk does, so many a second, and watches kpi-service's own figure of tickets logged grow. What an
 * import brought is in the figure when the figure has grown by it and by all that came before it.
 */
final class SteadyEvents {

    private static final String SOURCE = "demo-2018";
    private static final int IMPORTS_A_SECOND = 2;
    private static final List<String> LIFE = List.of("LOGGED", "ASSIGNED", "STARTED", "RESOLVED", "CLOSED");
    private static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS");
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RECORDED =
            "select import, max(recorded_at) as at from ticket_event where import is not null group by import";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneId.of("Europe/London"));

    private final Client desk;
    private final Client board;
    private final Sql incident;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Instant logged = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    private final List<Sent> sent = new ArrayList<>();
    private int tickets;

    SteadyEvents(Client desk, Client board, Sql incident) {
        this.desk = desk;
        this.board = board;
        this.incident = incident;
    }

    /** An import: the tickets sent up to and with it, and when it was answered. */
    private record Sent(String id, int ticketsSoFar, long answered, Instant answeredAt) {}

    /** When the figure was first seen to count so many of the tickets sent. */
    private record Seen(long tickets, long nanos, Instant at) {}

    /**
     * How long it took until the figure counted what was sent.
     *
     * @param fromAnswer from the desk's answer: until then the body is durable, its events are still to be taken in
     * @param fromRecord from the instant at which incident-service recorded the event
     */
    record Lag(int events, double eventsPerSecond, Times fromAnswer, Times fromRecord, Times figure) {}

    Lag during(int seconds, int eventsPerSecond) {
        long before = logged(new ArrayList<>());
        List<Seen> seen = new ArrayList<>();
        List<Long> looks = new ArrayList<>();
        Thread sender = new Thread(() -> send(seconds, eventsPerSecond), "desk");
        long start = System.nanoTime();
        sender.start();
        long sending = watch(before, sender, seen, looks) - start;
        return lag(seen, looks, sending / 1e9);
    }

    /** One more ticket, so that the feed has something new to tell. */
    void one() {
        import_(1);
    }

    private void send(int seconds, int eventsPerSecond) {
        int each = eventsPerSecond / IMPORTS_A_SECOND / LIFE.size();
        long step = Duration.ofSeconds(1).toNanos() / IMPORTS_A_SECOND;
        long next = System.nanoTime();
        for (int i = 0; i < seconds * IMPORTS_A_SECOND; i++) {
            import_(each);
            next += step;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void import_(int number) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < number; i++) {
            append(body, tickets + i);
        }
        var answer = desk.post(
                "/api/v1/imports?source=" + SOURCE + "&format=ndjson", "application/x-ndjson", body.toString());
        tickets += number;
        synchronized (sent) {
            sent.add(new Sent(answer.json().path("id").asText(), tickets, System.nanoTime(), Instant.now()));
        }
    }

    private void append(StringBuilder body, int number) {
        for (int i = 0; i < LIFE.size(); i++) {
            body.append("{\"source\":\"%s\",\"reference\":\"%s-%d\",\"event\":\"%s\",\"at\":\"%s\",\"sequence\":%d"
                    .formatted(SOURCE, run, number, LIFE.get(i), logged.plusSeconds(60L * i), i));
            if (i == 0) {
                body.append(",\"partner\":\"%s\",\"type\":\"INCIDENT\",\"priority\":\"P3\",\"title\":\"Slow\""
                        .formatted(PARTNERS.get(number % PARTNERS.size())));
                body.append(",\"queue\":\"Service Desk\",\"category\":\"Hardware/Fault\"");
            }
            body.append("}\n");
        }
    }

    /** Looks at the figure until it counts everything that was sent; answers when the sender was done. */
    private long watch(long before, Thread sender, List<Seen> seen, List<Long> looks) {
        long done = 0;
        long giveUp = Long.MAX_VALUE;
        while (done == 0 || seen.isEmpty() || seen.get(seen.size() - 1).tickets < tickets) {
            long counted = logged(looks) - before;
            if (seen.isEmpty() || counted > seen.get(seen.size() - 1).tickets) {
                seen.add(new Seen(counted, System.nanoTime(), Instant.now()));
            }
            if (done == 0 && !sender.isAlive()) {
                done = System.nanoTime();
                giveUp = done + PATIENCE.toNanos();
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("the figure never counted everything: " + seen + " of " + tickets);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return done;
    }

    private long logged(List<Long> looks) {
        String month = MONTH.format(logged);
        var answer = board.get("/api/v1/performance/volumes?groupBy=none&from=" + month + "&to=" + month);
        looks.add(answer.nanos());
        return answer.json().path("items").path(0).path("logged").asLong();
    }

    private Lag lag(List<Seen> seen, List<Long> looks, double seconds) {
        Map<String, Instant> recorded = recorded();
        List<Long> fromAnswer = new ArrayList<>();
        List<Long> fromRecord = new ArrayList<>();
        for (Sent one : sent) {
            Seen first = seen.stream()
                    .filter(look -> look.tickets >= one.ticketsSoFar)
                    .findFirst()
                    .orElseThrow();
            fromAnswer.add(Math.max(0, first.nanos - one.answered));
            fromRecord.add(Duration.between(recorded.get(one.id), first.at).toNanos());
        }
        int events = tickets * LIFE.size();
        return new Lag(events, events / seconds, Times.of(fromAnswer), Times.of(fromRecord), Times.of(looks));
    }

    /** When the events of each import were recorded. */
    private Map<String, Instant> recorded() {
        Map<String, Instant> recorded = new HashMap<>();
        try (Connection connection = incident.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RECORDED)) {
            while (rows.next()) {
                recorded.put(
                        rows.getString("import"),
                        rows.getObject("at", OffsetDateTime.class).toInstant());
            }
            return recorded;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
