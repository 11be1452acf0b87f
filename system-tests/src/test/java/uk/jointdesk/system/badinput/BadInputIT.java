package uk.jointdesk.system.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;
import uk.jointdesk.system.suite.Imports;
import uk.jointdesk.system.suite.OnSuite;

/** What callers get wrong is refused with a typed problem or a row error, and the good rows are in. */
@OnSuite
class BadInputIT {

    private static final String TICKET = """
            {"partner":"LBL","type":"INCIDENT","priority":"P3","title":"Screen stays dark","category":"Hardware/Screen",
             "queue":"Service Desk"}""";
    private static final String GOOD_ROW = """
            {"source":"hornbill-lbl","reference":"%s","partner":"LBL","event":"LOGGED","at":"2018-05-08T09:00:00Z",\
            "type":"INCIDENT","priority":"P3","title":"Good row","category":"Network/VPN","queue":"Service Desk"}
            """;

    private Api api;
    private Api.Caller desk;
    private Imports hornbill;

    @BeforeEach
    void sign_in(Api given) {
        api = given;
        desk = api.as("desk");
        hornbill = new Imports(api, "hornbill-lbl", "hornbill-lbl");
    }

    @Test
    void malformed_json_is_a_400_and_an_unknown_partner_is_named() {
        refused(desk.post("/api/v1/tickets", "{\"partner\":"), 400, "body-malformed", "");
        refused(desk.post("/api/v1/tickets", TICKET.replace("LBL", "XYZ")), 422, "partner-unknown", "/partner");
    }

    @Test
    void a_transition_the_ticket_cannot_make_is_a_conflict_and_changes_nothing() {
        String reference = newTicket();
        String transitions = "/api/v1/tickets/" + reference + "/transitions";
        Answer closed = desk.post(transitions, "{\"to\":\"CLOSED\"}");
        assertThat(closed).matches(answer -> answer.isProblem(409));
        assertThat(closed.json().path("code").asText()).isEqualTo("transition-not-allowed");
        refused(desk.post(transitions, "{\"to\":\"ASLEEP\"}"), 400, "body-malformed", "/to");
        assertThat(desk.get("/api/v1/tickets/" + reference).ok().path("status").asText())
                .isEqualTo("NEW");
    }

    @Test
    void a_stale_version_is_a_412_and_no_version_a_428() {
        String path = "/api/v1/tickets/" + newTicket();
        String tag = desk.get(path).etag().orElseThrow();
        assertThat(patch(path, "If-Match", tag).status()).isEqualTo(200);
        assertThat(patch(path, "If-Match", tag)).matches(answer -> answer.isProblem(412));
        assertThat(patch(path)).matches(answer -> answer.isProblem(428));
    }

    @Test
    void a_local_time_that_never_was_is_refused() {
        // 31 March 2019, 01:30 in London: the clocks went from 01:00 to 02:00.
        String body = TICKET.replace("\"queue\"", "\"loggedAt\":\"2019-03-31T01:30:00\",\"queue\"");
        refused(desk.post("/api/v1/tickets", body), 422, "time-imaginary", "/loggedAt");
    }

    @Test
    void rows_of_another_partner_or_with_unknown_ones_are_row_errors_and_good_rows_are_in() {
        String good = GOOD_ROW.formatted("SYS-GOOD");
        String body = good
                + GOOD_ROW.formatted("SYS-FOREIGN").replace("\"LBL\"", "\"LBB\"")
                + GOOD_ROW.formatted("SYS-UNKNOWN").replace("\"LBL\"", "\"XYZ\"")
                + GOOD_ROW.formatted("SYS-LOCAL").replace("09:00:00Z", "09:00:00")
                + "{\"source\":\"hornbill-lbl\",\n";
        String id = hornbill.send(body);
        JsonNode job = hornbill.completed(id);
        assertThat(job.path("rowsRead").asInt()).isEqualTo(5);
        assertThat(job.path("rejected").asInt()).isEqualTo(4);
        assertThat(hornbill.errors(id)).hasSize(4);
        assertThat(found("SYS-GOOD")).isEqualTo(1);
        assertThat(found("SYS-FOREIGN")).isZero();
    }

    @Test
    void a_csv_row_with_the_wrong_number_of_columns_is_a_row_error() throws IOException {
        List<String> rows = sampleRows();
        String body = rows.get(0) + "\n" + rows.get(1) + "\n" + rows.get(2) + ",one,too,many\nINC1,New\n";
        Imports serviceNow = new Imports(api, "servicenow-demo", "servicenow-demo");
        Answer answer = serviceNow.offer("servicenow-audit", "text/csv", BodyPublishers.ofString(body));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        JsonNode job = serviceNow.completed(answer.json().path("id").asText());
        assertThat(job.path("rowsRead").asInt()).isEqualTo(3);
        assertThat(job.path("rejected").asInt()).isEqualTo(2);
        assertThat(job.path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void a_source_that_is_not_the_clients_is_refused() {
        Imports stranger = new Imports(api, "hornbill-lbl", "hornbill-lbb");
        Answer answer = stranger.offer("ndjson", "application/x-ndjson", BodyPublishers.ofString("{}"));
        assertThat(answer).matches(refusal -> refusal.isProblem(403));
    }

    @Test
    void half_a_gigabyte_in_one_line_costs_a_row_and_neither_memory_nor_the_service(Suite suite) throws IOException {
        String before = GOOD_ROW.formatted("SYS-BEFORE") + "{\"source\":\"";
        String after = "\"}\n" + GOOD_ROW.formatted("SYS-AFTER");
        Answer answer = hornbill.offer(
                "ndjson",
                "application/x-ndjson",
                BodyPublishers.ofInputStream(() -> new EndlessLine(before, 500_000_000, after)));
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        String id = answer.json().path("id").asText();
        JsonNode job = hornbill.completed(id);
        assertThat(job.path("accepted").asInt() + job.path("duplicates").asInt())
                .isEqualTo(2);
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        assertThat(hornbill.errors(id).path(0).path("code").asText()).isEqualTo("row-too-long");
        assertThat(found("SYS-BEFORE") + found("SYS-AFTER")).isEqualTo(2);
        assertThat(residentMegabytes(suite, Part.INCIDENT)).isLessThan(1_000);
        assertThat(residentMegabytes(suite, Part.GATEWAY)).isLessThan(700);
    }

    /** A problem with this status and code, and the pointer of its first field ("" is the whole body). */
    private static void refused(Answer answer, int status, String code, String pointer) {
        assertThat(answer).matches(refusal -> refusal.isProblem(status));
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
    }

    private int found(String sourceReference) {
        return api.as("lbl-client")
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + sourceReference)
                .ok()
                .path("items")
                .size();
    }

    private String newTicket() {
        return desk.post("/api/v1/tickets", TICKET).ok().path("reference").asText();
    }

    private Answer patch(String path, String... headers) {
        return desk.call(
                "PATCH",
                path,
                "application/merge-patch+json",
                BodyPublishers.ofString("{\"title\":\"Screen stays dark after lunch\"}"),
                headers);
    }

    private static List<String> sampleRows() throws IOException {
        List<String> rows = new ArrayList<>();
        Path history = Path.of("../deploy/local/src/main/resources/demo/servicenow-incident-event-log.csv.gz");
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(history)), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 3; i++) {
                rows.add(reader.readLine());
            }
        }
        return rows;
    }

    /** Linux only, like the machine this suite runs on; elsewhere there is nothing to read and 0 is below any bound. */
    private static long residentMegabytes(Suite suite, Part part) throws IOException {
        Path status = Path.of("/proc/" + suite.child(part).pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                .sum();
    }
}
