package uk.jointdesk.incident.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Names go, figures stay. */
@QuarkusTest
class ErasureTest extends OverHttp {

    private static final String AS_OF = "/sla?asOf=2021-06-30T12:00:00Z";

    @Inject
    Retention retention;

    @Test
    void a_name_that_is_erased_stands_nowhere_any_more_and_every_figure_and_id_is_as_it_was() throws SQLException {
        String name = unique("Requester");
        List<String> tickets = Stream.of("LBL", "LBB", "LBL")
                .map(partner -> resolved(partner, name))
                .toList();
        String other = resolved("LBL", unique("Requester"));
        List<String> before = figures(tickets);
        String untouched = ticket(other);
        erase(Tokens.admin(), name.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(201)
                .body("tickets", equalTo(3))
                .body("events", equalTo(3))
                .body("cause", equalTo("REQUEST"));
        assertThat(figures(tickets)).isEqualTo(before);
        assertThat(ticket(other)).isEqualTo(untouched);
        for (String ticket : tickets) {
            as(Tokens.desk())
                    .get("/api/v1/tickets/" + ticket)
                    .then()
                    .body("requester", startsWith("erased-"))
                    .body("title", equalTo("broken"))
                    .body("version", equalTo(2));
        }
        try (Connection everybody = Database.asTheService("*")) {
            for (String place : List.of(
                    "ticket where requester ilike '%" + name + "%'",
                    "ticket_event where detail::text ilike '%" + name + "%'",
                    "idempotency_key where body ilike '%" + name + "%'",
                    "audit_entry e where e::text ilike '%" + name + "%'")) {
                assertThat(Database.number(everybody, "select count(*) from " + place))
                        .as(place)
                        .isZero();
            }
        }
    }

    @Test
    void a_name_in_the_form_of_a_request_goes_too_and_the_rest_of_the_form_stays() {
        String name = unique("Colleague");
        String reference = as(Tokens.borough("LBL"))
                .contentType(ContentType.JSON)
                .body(
                        "{\"partner\":\"LBL\",\"form\":{\"startDate\":\"2021-06-07\",\"department\":\"Housing\",\"likeUser\":\""
                                + name + "\"}}")
                .post("/api/v1/catalogue/new-starter-account/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        erase(Tokens.admin(), name).then().statusCode(201);
        as(Tokens.borough("LBL"))
                .get("/api/v1/tickets/" + reference + "/approval")
                .then()
                .statusCode(200)
                .body("form.likeUser", equalTo("erased"))
                .body("form.department", equalTo("Housing"));
    }

    @Test
    void names_go_by_themselves_three_years_after_the_ticket_was_over_and_not_before() {
        String closed = resolved("LBL", unique("Requester"));
        transition(Tokens.desk(), closed, "{\"to\":\"CLOSED\",\"at\":\"2021-06-09T10:00:00Z\"}")
                .then()
                .statusCode(200);
        String cancelled = logged("LBL", unique("Requester"));
        transition(Tokens.desk(), cancelled, "{\"to\":\"CANCELLED\",\"at\":\"2021-06-09T10:00:00Z\"}")
                .then()
                .statusCode(200);
        String open = logged("LBL", unique("Requester"));
        List<String> before = figures(List.of(closed, cancelled, open));

        retention.eraseAsOf(Instant.parse("2024-06-09T09:00:00Z"));
        assertThat(requester(closed)).startsWith("Requester-");
        retention.eraseAsOf(Instant.parse("2024-06-11T09:00:00Z"));
        assertThat(requester(closed)).startsWith("erased-");
        assertThat(requester(cancelled)).startsWith("erased-");
        assertThat(requester(open)).as("it is not over").startsWith("Requester-");
        assertThat(figures(List.of(closed, cancelled, open))).isEqualTo(before);
        assertThat(retention.eraseAsOf(Instant.parse("2024-06-11T09:00:00Z")))
                .as("nothing twice")
                .isZero();
        assertThat(as(Tokens.auditor())
                        .get("/api/v1/audit?client=incident-service")
                        .jsonPath()
                        .getList("items.path"))
                .contains("erasure/retention");
    }

    @Test
    void what_was_written_into_a_form_is_kept_no_longer_than_the_name() throws SQLException {
        String closed = resolved("LBL", unique("Requester"));
        transition(Tokens.desk(), closed, "{\"to\":\"CLOSED\",\"at\":\"2021-06-09T10:00:00Z\"}")
                .then()
                .statusCode(200);
        try (Connection service = Database.asTheService("*")) {
            Database.execute(
                    service,
                    "insert into catalogue_request (ticket, item, form) values ('" + closed
                            + "', 'new-starter-account', '{\"department\": \"Housing\", \"likeUser\": \"somebody\"}')");
            String kept = "select count(*) from catalogue_request where form <> '{}' and ticket = '" + closed + "'";
            retention.eraseAsOf(Instant.parse("2024-06-09T09:00:00Z"));
            assertThat(Database.number(service, kept)).isEqualTo(1);
            retention.eraseAsOf(Instant.parse("2024-06-11T09:00:00Z"));
            assertThat(Database.number(service, kept)).isZero();
        }
    }

    @Test
    void who_sees_everything_and_runs_the_platform_erases_and_nobody_else() {
        erase(Tokens.desk(), "x").then().statusCode(403);
        erase(Tokens.borough("LBL"), "x").then().statusCode(403);
        erase(Tokens.of("lbl-admin", List.of("platform-admin"), List.of("LBL")), "x")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("{\"requester\":\" \"}")
                .post("/api/v1/erasures")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/requester"));
        as(Tokens.borough("LBL")).get("/api/v1/erasures").then().statusCode(403);
    }

    @Test
    void nothing_but_a_name_can_be_taken_out_of_a_fact_even_by_sql() throws SQLException {
        String ticket = logged("LBL", unique("Requester"));
        String where = " where ticket = '" + ticket + "'";
        try (Connection service = Database.asTheService("*");
                Connection owner = Database.asTheOwner()) {
            Database.execute(service, "set jointdesk.erasing = 'on'");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Database.execute(service, "update ticket_event set detail = null" + where))
                    .withMessageContaining("permission denied");
            Database.execute(owner, "set jointdesk.scope = '*'");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Database.execute(owner, "update ticket_event set detail = detail" + where))
                    .withMessageContaining("append-only");
            Database.execute(owner, "set jointdesk.erasing = 'on'");
            for (String change : List.of(
                    "at = now()",
                    "detail = detail || '{\"title\":\"other\"}'",
                    "detail = detail || '{\"requester\":\"somebody else\"}'")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Database.execute(owner, "update ticket_event set " + change + where))
                        .withMessageContaining("append-only");
            }
        }
        try (Connection lewisham = Database.asTheService("LBL")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Database.execute(lewisham, "select erase_requester('x')"))
                    .withMessageContaining("everybody");
        }
    }

    /** Everything that is counted or named: verdicts, states, times, versions, and the events' ids in the feed's order. */
    private static List<String> figures(List<String> tickets) {
        return tickets.stream()
                .map(ticket -> ticket(ticket)
                        + as(Tokens.desk())
                                .get("/api/v1/tickets/" + ticket + AS_OF)
                                .asString()
                        + as(Tokens.desk())
                                .get("/api/v1/tickets/" + ticket + "/timeline")
                                .asString()
                                .replaceAll("\"requester\":\"[^\"]*\"", ""))
                .toList();
    }

    private static String ticket(String reference) {
        return as(Tokens.desk())
                .get("/api/v1/tickets/" + reference)
                .asString()
                .replaceAll("\"requester\":\"[^\"]*\"", "");
    }

    private static String requester(String ticket) {
        return as(Tokens.desk()).get("/api/v1/tickets/" + ticket).path("requester");
    }

    private static String resolved(String partner, String requester) {
        String reference = logged(partner, requester);
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\",\"at\":\"2021-06-08T10:00:00Z\"}")
                .then()
                .statusCode(200);
        return reference;
    }

    private static String logged(String partner, String requester) {
        return as(Tokens.desk())
                .header("Idempotency-Key", unique("key"))
                .contentType(ContentType.JSON)
                .body("""
                        {"partner":"%s","type":"INCIDENT","priority":"P2","title":"broken","requester":"%s",
                         "loggedAt":"2021-06-07T08:00:00Z"}""".formatted(partner, requester))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static Response erase(String token, String requester) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"requester\":\"" + requester + "\"}")
                .post("/api/v1/erasures");
    }
}
