package uk.jointdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuarterTest {

    private static final List<DemoTicket> TICKETS = Quarter.tickets();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void the_quarter_has_every_resolved_and_every_open_ticket() {
        long open =
                TICKETS.stream().filter(ticket -> resolvedAt(ticket).isEmpty()).count();
        assertThat(TICKETS).hasSize(33_254);
        assertThat(open).isEqualTo(1_635);
    }

    @Test
    void resolved_tickets_equal_the_published_volumes() {
        Map<String, Integer> counted = new HashMap<>();
        for (DemoTicket ticket : TICKETS) {
            resolvedAt(ticket).ifPresent(at -> {
                counted.merge(key(ticket.priority(), ticket.partner(), at), 1, Integer::sum);
                counted.merge(key(ticket.priority(), "ALL", at), 1, Integer::sum);
            });
        }
        Published volumes = Published.volumes();
        for (YearMonth month : Published.MONTHS) {
            for (String priority : Published.PRIORITIES) {
                for (String partner : List.of("LBB", "LBL", "LBS", "ALL")) {
                    assertThat(counted.getOrDefault(priority + partner + month, 0))
                            .as("%s %s %s", priority, partner, month)
                            .isEqualTo(volumes.value(priority, partner, month).intValueExact());
                }
            }
        }
    }

    @Test
    void an_independent_walk_over_the_calendar_finds_every_published_percentage() {
        Map<String, int[]> scores = new HashMap<>();
        for (DemoTicket ticket : TICKETS) {
            resolvedAt(ticket).filter(at -> hasTarget(ticket)).ifPresent(at -> {
                int[] score =
                        scores.computeIfAbsent(key(ticket.priority(), ticket.partner(), at), missing -> new int[2]);
                score[0] += SlowWalk.consumedSeconds(ticket) <= SlowWalk.targetSeconds(ticket) ? 1 : 0;
                score[1]++;
            });
        }
        for (Cell cell : Cell.all()) {
            if (cell.partner() != null) {
                assertThat(scores.get(cell.priority() + cell.partner() + cell.month()))
                        .as("%s", cell)
                        .containsExactly(cell.met(), cell.measured());
            }
        }
    }

    @Test
    void the_clock_is_met_to_the_second_by_some_and_missed_by_a_minute_by_others() {
        assertThat(TICKETS.stream()
                        .filter(ticket -> resolvedAt(ticket).isPresent())
                        .filter(ticket -> SlowWalk.consumedSeconds(ticket) == SlowWalk.targetSeconds(ticket)))
                .hasSizeGreaterThan(100);
        assertThat(TICKETS.stream()
                        .filter(ticket -> resolvedAt(ticket).isPresent())
                        .filter(ticket -> SlowWalk.consumedSeconds(ticket) == 0))
                .as("wholly out of hours")
                .isNotEmpty();
    }

    @Test
    void no_event_comes_before_the_one_it_follows_and_none_after_the_quarter() {
        Instant end = YearMonth.of(2019, 1).atDay(1).atStartOfDay(LONDON).toInstant();
        for (DemoTicket ticket : TICKETS) {
            assertThat(ticket.events()).isSortedAccordingTo(Comparator.comparing(DemoEvent::at));
            assertThat(ticket.events().get(ticket.events().size() - 1).at()).isBefore(end);
        }
    }

    @Test
    void the_open_tickets_include_untriaged_waiting_and_aged_ones() {
        List<DemoTicket> open =
                TICKETS.stream().filter(ticket -> resolvedAt(ticket).isEmpty()).toList();
        Instant aged = Instant.parse("2018-12-02T00:00:00Z");
        assertThat(open.stream().filter(ticket -> queue(ticket) == null)).hasSizeBetween(100, 300);
        assertThat(open.stream().filter(QuarterTest::waits)).hasSizeBetween(250, 600);
        assertThat(open.stream().filter(ticket -> ticket.loggedAt().isBefore(aged)))
                .hasSizeBetween(300, 800);
        assertThat(open.stream().map(DemoTicket::partner)).contains("LBB", "LBL", "LBS", null);
    }

    @Test
    void the_same_seed_writes_the_same_bytes() throws IOException {
        assertThat(ndjson(Quarter.tickets())).isEqualTo(ndjson(TICKETS));
    }

    @Test
    void every_line_is_one_event_and_unattributed_tickets_name_no_partner() throws IOException {
        List<String> lines = ndjson(TICKETS).lines().toList();
        assertThat(lines)
                .hasSize(TICKETS.stream()
                        .mapToInt(ticket -> ticket.events().size())
                        .sum());
        assertThat(lines).allMatch(line -> line.startsWith("{\"source\":\"demo-2018\",\"reference\":\"IN00"));
        long withoutPartner =
                lines.stream().filter(line -> !line.contains("\"partner\"")).count();
        assertThat(withoutPartner)
                .isEqualTo(TICKETS.stream()
                        .filter(ticket -> ticket.partner() == null)
                        .mapToLong(ticket -> ticket.events().size())
                        .sum())
                .isPositive();
    }

    private static String ndjson(List<DemoTicket> tickets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Ndjson("demo-2018").write(tickets, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean hasTarget(DemoTicket ticket) {
        return ticket.partner() != null && !queue(ticket).startsWith("Application team");
    }

    private static boolean waits(DemoTicket ticket) {
        return ticket.events().get(ticket.events().size() - 1).kind().equals("ON_HOLD");
    }

    private static String queue(DemoTicket ticket) {
        return (String) ticket.events().get(0).details().get("queue");
    }

    private static Optional<Instant> resolvedAt(DemoTicket ticket) {
        return ticket.events().stream()
                .filter(event -> event.kind().equals("RESOLVED"))
                .map(DemoEvent::at)
                .reduce((earlier, later) -> later);
    }

    private static String key(String priority, String partner, Instant resolvedAt) {
        return priority + partner + YearMonth.from(resolvedAt.atZone(LONDON));
    }
}
