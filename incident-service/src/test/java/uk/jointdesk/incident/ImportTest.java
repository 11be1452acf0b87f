package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** Whole histories from desks. */
@QuarkusTest
class ImportTest extends OverHttp {

    private static final String LEWISHAM = Tokens.integration("hornbill-lbl", "LBL");
    private static final String DEMO = Tokens.integration("servicenow-demo", "DEMO");

    @Test
    void events_in_any_order_make_the_same_ticket() {
        String number = unique("IN");
        List<String> rows = List.of(
                row(number, "LOGGED", "08:00", ",\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"no mail\""),
                row(number, "ON_HOLD", "09:00", ",\"reason\":\"AWAITING_USER\""),
                row(number, "RESUMED", "10:00", ""),
                row(number, "RESOLVED", "11:00", ""));
        imported(LEWISHAM, "hornbill-lbl", rows.get(3) + "\n" + rows.get(1));
        as(LEWISHAM)
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + number)
                .then()
                .body("items[0].provisional", equalTo(true));
        imported(LEWISHAM, "hornbill-lbl", rows.get(2) + "\n" + rows.get(0) + "\n" + rows.get(3));
        String reference = as(LEWISHAM)
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + number)
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("RESOLVED"))
                .body("items[0].title", equalTo("no mail"))
                .body("items[0].sla.state", equalTo("MET"))
                .extract()
                .path("items[0].reference");
        as(LEWISHAM).get("/api/v1/tickets/" + reference + "/sla").then().body("consumedMinutes", equalTo(120));
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        byte[] file = sample();
        JsonPath first = finished(DEMO, send(DEMO, "servicenow-demo", "servicenow-audit", "application/gzip", file));
        assertThat(first.getString("status")).isEqualTo("COMPLETED");
        assertThat(first.getInt("rowsRead")).isEqualTo(1780);
        assertThat(first.getInt("rejected")).isZero();
        JsonPath second = finished(DEMO, send(DEMO, "servicenow-demo", "servicenow-audit", "text/csv", file));
        assertThat(second.getInt("rowsRead")).isEqualTo(1780);
        assertThat(second.getInt("accepted")).isZero();
        assertThat(second.getInt("duplicates")).isEqualTo(1780);
        assertThat(second.getInt("ticketsCreated") + second.getInt("ticketsUpdated"))
                .isZero();
        String reference = as(DEMO).get("/api/v1/tickets?source=servicenow-demo&sourceReference=INC0000045")
                .then()
                .body("items[0].status", equalTo("CLOSED"))
                .body("items[0].loggedAt", equalTo("2016-02-29T01:23:00Z"))
                .body("items[0].resolvedAt", equalTo("2016-02-29T08:53:00Z"))
                .extract()
                .path("items[0].reference");
        as(DEMO).get("/api/v1/tickets/" + reference + "/sla").then().body("agreement.code", equalTo("DEMO"));
    }

    @Test
    void a_ticket_counts_as_updated_once_in_an_import() {
        String number = unique("IN");
        imported(LEWISHAM, "hornbill-lbl", row(number, "LOGGED", "08:00", ""));
        JsonPath job = imported(
                LEWISHAM,
                "hornbill-lbl",
                row(number, "STARTED", "09:00", "") + "\n" + row(number, "RESOLVED", "10:00", "") + "\n"
                        + row(number, "LOGGED", "08:00", "") + "\n" + row(number, "RESOLVED", "10:00", ""));
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(job.getInt("duplicates")).isEqualTo(2);
        assertThat(job.getInt("ticketsUpdated")).isEqualTo(1);
        assertThat(job.getInt("ticketsCreated")).isZero();
    }

    @Test
    void bad_rows_are_reported_one_by_one_and_the_good_ones_go_in() {
        String number = unique("IN");
        String rows = String.join(
                "\n",
                row(number + "a", "LOGGED", "08:00", ""),
                "{\"reference\":",
                "",
                row(number + "b", "EXPLODED", "08:00", ""),
                row(number + "b", "LOGGED", "08:00", "").replace("2021-06-07T08:00:00Z", "2021-03-28T01:30:00"),
                row(number + "b", "LOGGED", "08:00", "").replace("2021-06-07", "2921-06-07"),
                row(number + "b", "LOGGED", "08:00", ",\"title\":\"" + "\\u0000" + "\""),
                "\"" + "x".repeat(70_000) + "\"",
                row(number + "c", "LOGGED", "08:00", ""));
        JsonPath job = imported(LEWISHAM, "hornbill-lbl", rows);
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("rowsRead")).isEqualTo(8);
        assertThat(job.getInt("accepted")).isEqualTo(2);
        assertThat(job.getInt("rejected")).isEqualTo(6);
        String errors = "/api/v1/imports/" + job.getString("id") + "/errors";
        as(LEWISHAM)
                .get(errors)
                .then()
                .body(
                        "items.code",
                        contains(
                                "json-malformed",
                                "event-unknown",
                                "time-imaginary",
                                "time-out-of-range",
                                "row-holds-nul",
                                "row-too-long"))
                .body("items.row", contains(2, 3, 4, 5, 6, 7))
                .body("items.line", contains(2, 4, 5, 6, 7, 8))
                .body("items[1].pointer", equalTo("/event"))
                .body("items[0].excerpt", equalTo("{\"reference\":"));
        String next = as(LEWISHAM)
                .get(errors + "?limit=4")
                .then()
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(LEWISHAM).get(errors + "?limit=4&cursor=" + next).then().body("items.row", contains(6, 7));
    }

    @Test
    void a_csv_row_with_the_wrong_number_of_columns_is_an_error() {
        String number = unique("IN");
        String csv = "reference,event,at,title\n" + number + ",LOGGED,2021-06-07T08:00:00Z,\"one, two\"\n" + number
                + ",STARTED,2021-06-07T09:00:00Z\n";
        JsonPath job = finished(LEWISHAM, send(LEWISHAM, "hornbill-lbl", "csv", "text/csv", csv));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        as(LEWISHAM)
                .get("/api/v1/imports/" + job.getString("id") + "/errors")
                .then()
                .body("items.code", contains("columns-wrong"))
                .body("items.row", contains(2))
                .body("items.line", contains(3));
    }

    @Test
    void a_file_with_the_wrong_header_fails_by_name() {
        JsonPath job = finished(
                DEMO, send(DEMO, "servicenow-demo", "servicenow-audit", "text/csv", "number,colour\nINC1,red\n"));
        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(job.getString("failure.code")).isEqualTo("header-column-missing");
    }

    @Test
    void a_packed_body_that_breaks_off_keeps_the_rows_before_the_break() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rows.append(row(unique("IN") + "-" + Integer.toHexString(i * 7919), "LOGGED", "08:00", ""))
                    .append('\n');
        }
        byte[] packed = packed(rows.toString());
        byte[] broken = Arrays.copyOf(packed, packed.length / 2);
        JsonPath job = finished(LEWISHAM, send(LEWISHAM, "hornbill-lbl", "ndjson", "application/gzip", broken));
        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(job.getString("failure.code")).isEqualTo("body-unreadable");
        assertThat(job.getInt("accepted")).isBetween(100, 1_999);
    }

    @Test
    void what_cannot_be_an_import_is_refused_before_the_body_is_read() {
        send(LEWISHAM, "hornbill-lbl", "zammad", "text/csv", "x")
                .then()
                .statusCode(422)
                .body("code", equalTo("format-unknown"));
        send(Tokens.desk(), "nowhere", "ndjson", "application/x-ndjson", "x")
                .then()
                .statusCode(422)
                .body("code", equalTo("source-unknown"));
        send(LEWISHAM, "hornbill-lbl", "ndjson", "application/pdf", "x").then().statusCode(415);
        as(LEWISHAM)
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/imports?format=csv")
                .then()
                .statusCode(400);
        as(LEWISHAM).get("/api/v1/imports?status=ASLEEP").then().statusCode(400);
    }

    @Test
    void a_hornbill_report_sent_again_brings_nothing_new_and_a_bad_line_is_told_by_its_column() {
        String number = unique("IN");
        String report = """
                Reference,Type,Status,Priority,Team,Logged,Resolved,Closed,Last Modified
                %s,Incident,status.resolved,P2,Service Desk,2021-06-07 08:00:00,2021-06-07 09:30:00,,2021-06-07 09:30:01
                %s,Incident,status.open,Urgent,Service Desk,2021-06-07 08:00:00,,,2021-06-07 09:30:01
                """.formatted(number, unique("IN"));
        JsonPath first = finished(LEWISHAM, send(LEWISHAM, "hornbill-lbl", "hornbill-report", "text/csv", report));
        assertThat(first.getInt("rowsRead")).isEqualTo(3);
        assertThat(first.getInt("accepted")).isEqualTo(2);
        assertThat(first.getInt("ticketsCreated")).isEqualTo(1);
        JsonPath again = finished(LEWISHAM, send(LEWISHAM, "hornbill-lbl", "hornbill-report", "text/csv", report));
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("duplicates")).isEqualTo(2);
        as(LEWISHAM)
                .get("/api/v1/imports/" + again.getString("id") + "/errors")
                .then()
                .body("items.pointer", contains("/Priority"))
                .body("items.line", contains(3));
        as(LEWISHAM)
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + number)
                .then()
                .body("items[0].status", equalTo("RESOLVED"))
                .body("items[0].sla.state", equalTo("MET"));
    }

    @Test
    void an_empty_body_is_an_import_of_nothing() {
        JsonPath job = imported(LEWISHAM, "hornbill-lbl", "\n");
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("rowsRead")).isZero();
    }

    @Test
    void imports_are_listed_by_source_and_status() {
        String id = imported(LEWISHAM, "hornbill-lbl", row(unique("IN"), "LOGGED", "08:00", ""))
                .getString("id");
        as(Tokens.suite())
                .get("/api/v1/imports?source=hornbill-lbl&status=COMPLETED&limit=500")
                .then()
                .body("items.id", hasItem(id));
        assertThat(as(Tokens.suite())
                        .get("/api/v1/imports?source=hornbill-lbb&limit=500")
                        .jsonPath()
                        .getList("items.id"))
                .doesNotContain(id);
    }

    private static String row(String number, String event, String time, String more) {
        return "{\"reference\":\"%s\",\"event\":\"%s\",\"at\":\"2021-06-07T%s:00Z\"%s}"
                .formatted(number, event, time, more);
    }

    private static byte[] sample() throws IOException {
        try (InputStream file = ImportTest.class.getResourceAsStream("/servicenow-audit-300-incidents.csv.gz")) {
            return file.readAllBytes();
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
