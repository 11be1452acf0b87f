package uk.jointdesk.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.testkit.Tokens;

/** What no database holds is refused with a reason, wherever a caller writes it. */
@QuarkusTest
class UnheldValuesTest extends OverHttp {

    @ParameterizedTest
    @CsvSource({
        "/tickets?loggedTo=9999-12-31, query:loggedTo",
        "/tickets?loggedFrom=1900-01-01, query:loggedFrom",
        "/tickets?resolvedTo=%2B999999999-12-31T23:59:59Z, query:resolvedTo",
        "/tickets?resolvedFrom=%2B999999999-12-31, query:resolvedFrom",
        "/tickets?q=a%00b, query:q",
        "/tickets?limit=abc, query:limit",
        "/tickets/a%00b, path:reference",
        "/tickets/a%00b/timeline, path:reference",
        "/escalations?to=9999-12-31, query:to",
        "/subscriptions/%00, path:id"
    })
    void in_an_address_it_is_a_400_that_names_the_parameter(String path, String pointer) {
        as(Tokens.desk())
                .urlEncodingEnabled(false)
                .get("/api/v1" + path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void the_end_of_time_is_no_instant_to_judge_a_ticket_at() {
        String sla = "/api/v1/tickets/" + opened("LBL", "") + "/sla?asOf=";
        for (String far :
                new String[] {"9999-12-31T23:59:59Z", "%2B999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"}) {
            as(Tokens.desk())
                    .urlEncodingEnabled(false)
                    .get(sla + far)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("time-out-of-range"))
                    .body("errors.pointer", contains("query:asOf"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tickets", "/subscriptions", "/escalations", "/imports", "/tickets/bulk-closures"})
    void a_cursor_of_no_list_is_refused(String list) {
        String far = "+999999999-12-31T23:59:59Z";
        String id = "00000000-0000-0000-0000-000000000000";
        boolean tickets = list.equals("/tickets");
        for (String cursor : new String[] {
            tickets ? Cursor.encode("LATEST_LOGGED", far, "INC1") : Cursor.encode(far, id),
            tickets
                    ? Cursor.encode("LATEST_LOGGED", "2021-06-07T09:00:00Z", "a\0")
                    : Cursor.encode("2021-06-07T09:00:00Z", id + "\0")
        }) {
            as(Tokens.desk())
                    .get("/api/v1" + list + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("cursor-invalid"));
        }
    }

    @Test
    void a_nul_in_a_body_is_refused_where_it_stands() {
        String reference = opened("LBL", "");
        String notes = "/api/v1/tickets/" + reference + "/notes";
        refused(notes, "{\"text\":\"a\\u0000b\"}", "text-holds-nul", "/text");
        refused(
                "/api/v1/tickets",
                "{\"partner\":\"LBL\",\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"\\u0000\"}",
                "text-holds-nul",
                "/title");
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"a\\u0000\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(422)
                .body("code", equalTo("text-holds-nul"))
                .body("errors.pointer", contains("/title"));
        // A backslash before it makes it six characters that anybody may write.
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\\\\u0000b\"}")
                .post(notes)
                .then()
                .statusCode(201);
    }

    @Test
    void a_time_of_no_calendar_is_refused_in_a_body() {
        refused(
                "/api/v1/tickets",
                "{\"partner\":\"LBL\",\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"x\","
                        + "\"loggedAt\":\"+999999999-12-31T23:59:59Z\"}",
                "time-out-of-range",
                "/loggedAt");
    }

    private static void refused(String path, String body, String code, String pointer) {
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors.pointer", contains(pointer));
    }
}
