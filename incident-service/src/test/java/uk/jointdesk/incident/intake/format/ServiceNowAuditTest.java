package uk.jointdesk.incident.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.intake.domain.IntakeSource;
import uk.jointdesk.incident.intake.domain.RowRefused;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.life.TicketStatus;

/** Against 300 incidents of a real desk; what is expected is counted here from the raw columns. */
class ServiceNowAuditTest {

    private static final IntakeSource DEMO = new IntakeSource("servicenow-demo", "servicenow-demo", "DEMO");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");

    @Test
    void a_row_becomes_a_snapshot_of_its_incident() throws IOException, RowRefused {
        List<String> lines = lines();
        Fact fact = RowFormat.SERVICENOW_AUDIT
                .reader(DEMO, lines.get(0))
                .read(lines.get(1))
                .get(0);
        assertThat(fact.reference()).isEqualTo("INC0000045");
        assertThat(fact.kind()).isEqualTo(EventKind.LOGGED);
        assertThat(fact.snapshot()).isTrue();
        assertThat(fact.at()).isEqualTo(Instant.parse("2016-02-29T01:23:00Z"));
        assertThat(fact.said().priority()).isEqualTo("P3");
        assertThat(fact.said().partner()).isEqualTo("DEMO");
        assertThat(fact.said().queue()).isEqualTo("Group 56");
        assertThat(fact.detail().title()).isEqualTo("Category 55 / Subcategory 170");
        assertThat(fact.detail().requester()).as("no personal data is kept").isNull();
    }

    @Test
    void the_state_that_the_desk_itself_did_not_know_says_nothing_about_the_state() throws IOException, RowRefused {
        List<String> lines = lines();
        String odd = lines.stream()
                .filter(line -> line.contains(",-100,"))
                .findFirst()
                .orElseThrow();
        assertThat(RowFormat.SERVICENOW_AUDIT
                        .reader(DEMO, lines.get(0))
                        .read(odd)
                        .get(0)
                        .kind())
                .isEqualTo(EventKind.CATEGORISED);
    }

    @Test
    void an_unknown_state_and_a_priority_without_a_number_are_refused() throws IOException, RowRefused {
        List<String> lines = lines();
        RowFormat.Reader reader = RowFormat.SERVICENOW_AUDIT.reader(DEMO, lines.get(0));
        assertThat(refusal(reader, lines.get(1).replace(",New,", ",Asleep,"))).isEqualTo("state-unknown");
        assertThat(refusal(reader, lines.get(1).replace("3 - Moderate", "Moderate")))
                .isEqualTo("priority-unknown");
        assertThat(refusal(reader, lines.get(1) + ",extra")).isEqualTo("columns-wrong");
        assertThat(refusal(reader, lines.get(1).replaceFirst("^INC\\d+", ""))).isEqualTo("field-missing");
    }

    @Test
    void every_incident_is_logged_at_its_first_update_and_resolved_at_its_last_run_of_resolved()
            throws IOException, RowRefused {
        List<String> lines = lines();
        RowFormat.Reader reader = RowFormat.SERVICENOW_AUDIT.reader(DEMO, lines.get(0));
        Map<String, List<String[]>> rows = new LinkedHashMap<>();
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Fact fact = reader.read(line).get(0);
            rows.computeIfAbsent(fact.reference(), any -> new ArrayList<>()).add(line.split(",", -1));
            facts.computeIfAbsent(fact.reference(), any -> new ArrayList<>()).add(fact);
        }
        assertThat(rows).hasSize(300);
        rows.forEach((number, raw) -> {
            History history = History.of(facts.get(number));
            assertThat(history.life().loggedAt()).as(number).contains(first(raw));
            assertThat(history.life().resolvedAt()).as(number).contains(resolved(raw));
            assertThat(history.life().status()).as(number).isEqualTo(TicketStatus.CLOSED);
        });
    }

    private static Instant first(List<String[]> rows) {
        return rows.stream()
                .map(ServiceNowAuditTest::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The first row of the last run of Resolved, else of Closed; New and -100 rows leave a resolution standing. */
    private static Instant resolved(List<String[]> rows) {
        List<String[]> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(ServiceNowAuditTest::at)
                .thenComparingLong(row -> Long.parseLong(row[5]))
                .thenComparing(row -> rank(row[1])));
        Instant since = null;
        for (String[] row : ordered) {
            boolean done = row[1].equals("Resolved") || row[1].equals("Closed");
            boolean silent = row[1].equals("New") || row[1].equals("-100");
            if (done && since == null) {
                since = at(row);
            } else if (!done && !silent) {
                since = null;
            }
        }
        return since;
    }

    private static int rank(String state) {
        return List.of(
                        "New",
                        "Active",
                        "Awaiting User Info",
                        "Awaiting Vendor",
                        "Awaiting Problem",
                        "Awaiting Evidence",
                        "-100",
                        "Resolved",
                        "Closed")
                .indexOf(state);
    }

    private static Instant at(String[] row) {
        return LocalDateTime.parse(row[13], MINUTE).toInstant(ZoneOffset.UTC);
    }

    private static String refusal(RowFormat.Reader reader, String row) {
        try {
            return "taken: " + reader.read(row);
        } catch (RowRefused refused) {
            return refused.code();
        }
    }

    private static List<String> lines() throws IOException {
        try (var body = ServiceNowAuditTest.class.getResourceAsStream("/servicenow-audit-300-incidents.csv.gz");
                var reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(body), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
