package uk.jointdesk.incident.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** Escalations as callers see them; the service's own poller announces. */
@QuarkusTest
class EscalationTest extends OverHttp {

    @Test
    void a_running_clock_is_announced_at_each_threshold_that_it_has_reached_and_the_next_is_upcoming() {
        String partner = servedRoundTheClock();
        String reference = ticket(partner, "\"priority\":\"P1\",\"loggedAt\":\"" + ago(46) + "\"");
        JsonPath told = announced(Tokens.borough(partner), reference, 2);

        assertThat(told.getList("items.threshold")).containsExactlyInAnyOrder("50%", "75%");
        assertThat(told.getList("items.late")).containsOnly(false);
        assertThat(told.getList("items.deliverAfter")).isEqualTo(told.getList("items.announcedAt"));
        assertThat(told.getList("items.metric")).containsOnly("RESOLUTION");
        assertThat(told.getList("items.generation")).containsOnly(1);
        as(Tokens.borough(partner))
                .get("/api/v1/escalations/upcoming?within=PT30M")
                .then()
                .statusCode(200)
                .body("items.ticket", contains(reference))
                .body("items.threshold", contains("100%"));
        as(Tokens.borough(partner))
                .get("/api/v1/escalations/upcoming?within=PT5M")
                .then()
                .body("items", empty());
    }

    @Test
    void what_has_no_clock_running_has_nothing_upcoming() {
        String partner = servedRoundTheClock();
        String reference = ticket(partner, "\"priority\":\"P1\"");
        upcoming(partner).then().body("items.threshold", contains("50%", "75%", "100%"));
        transition(Tokens.desk(), reference, "{\"to\":\"ON_HOLD\",\"reason\":\"AWAITING_USER\"}")
                .then()
                .statusCode(200);
        upcoming(partner).then().body("items", empty());
        transition(Tokens.desk(), reference, "{\"to\":\"IN_PROGRESS\"}").then().statusCode(200);
        upcoming(partner).then().body("items.threshold", contains("50%", "75%", "100%"));
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        upcoming(partner).then().body("items", empty());
    }

    @Test
    void an_imported_history_is_written_down_and_told_to_nobody() {
        String open = unique("IN");
        String done = unique("IN");
        String rows = """
                {"reference":"%1$s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P1","title":"old"}
                {"reference":"%2$s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P1","title":"done"}
                {"reference":"%2$s","event":"RESOLVED","at":"2021-06-08T08:00:00Z"}
                """.formatted(open, done);
        imported(Tokens.integration("hornbill-lbl", "LBL"), "hornbill-lbl", rows);
        JsonPath told = announced(Tokens.borough("LBL"), ours(open), 2);

        assertThat(told.getList("items.late")).containsOnly(true);
        assertThat(told.getList("items.deliverAfter")).containsOnlyNulls();
        assertThat(told.getList("items.reachedAt"))
                .containsExactlyInAnyOrder("2021-06-07T11:00:00Z", "2021-06-07T12:00:00Z");
        escalations(Tokens.borough("LBL"), ours(done)).then().body("items", empty());
    }

    @Test
    void a_council_sees_its_own_escalations_and_no_trace_of_anybody_elses() {
        String partner = servedRoundTheClock();
        String reference = ticket(partner, "\"priority\":\"P1\",\"loggedAt\":\"" + ago(46) + "\"");
        String id = announced(Tokens.desk(), reference, 2).getString("items[0].id");

        escalations(Tokens.borough("LBB"), reference).then().statusCode(404);
        as(Tokens.borough("LBB"))
                .get("/api/v1/escalations?limit=500&partner=" + partner)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(Tokens.borough("LBB"))
                .get("/api/v1/escalations?limit=500")
                .then()
                .body("items.ticket", not(hasItem(reference)));
        as(Tokens.borough("LBB"))
                .get("/api/v1/escalations/upcoming?within=P31D&limit=500")
                .then()
                .body("items.partner", everyItem(equalTo("LBB")));
        String desk = Tokens.of("lbb-desk", List.of("service-desk", "incident-manager"), List.of("LBB"));
        acknowledge(desk, id, "not json").then().statusCode(404);
        escalate(desk, reference, "not json").then().statusCode(404);
        acknowledge(Tokens.borough(partner), id, "{\"reason\":\"x\"}").then().statusCode(403);
        escalate(Tokens.borough(partner), reference, "{\"reason\":\"x\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void the_list_goes_by_ticket_metric_threshold_and_time_and_page_by_page() {
        String partner = servedRoundTheClock();
        String reference = ticket(partner, "\"priority\":\"P1\",\"loggedAt\":\"" + ago(46) + "\"");
        announced(Tokens.desk(), reference, 2);
        String list = "/api/v1/escalations?ticket=" + reference;

        as(Tokens.desk()).get(list + "&threshold=75").then().body("items.threshold", contains("75%"));
        as(Tokens.desk()).get(list + "&metric=RESPONSE").then().body("items", empty());
        as(Tokens.desk()).get(list + "&to=2021-06-07").then().body("items", empty());
        as(Tokens.desk()).get(list + "&from=2021-06-07").then().body("items.size()", equalTo(2));
        JsonPath first = as(Tokens.desk()).get(list + "&limit=1").jsonPath();
        JsonPath second = as(Tokens.desk())
                .get(list + "&limit=1&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getString("next")).isNull();
        assertThat(List.of(first.getString("items[0].threshold"), second.getString("items[0].threshold")))
                .containsExactlyInAnyOrder("50%", "75%");
    }

    @Test
    void somebody_takes_notice_once() {
        String partner = servedRoundTheClock();
        String reference = ticket(partner, "\"priority\":\"P1\",\"loggedAt\":\"" + ago(46) + "\"");
        String id = announced(Tokens.desk(), reference, 2).getString("items[0].id");

        acknowledge(Tokens.desk(), id, "{\"reason\":\"Second line is on it.\"}")
                .then()
                .statusCode(201)
                .body("acknowledgement.by", equalTo("desk"))
                .body("acknowledgement.reason", equalTo("Second line is on it."));
        acknowledge(Tokens.desk(), id, "{\"reason\":\"Me too.\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("escalation-acknowledged"));
        acknowledge(Tokens.desk(), id, "{\"reason\":\" \"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/reason"));
        acknowledge(Tokens.desk(), UUID.randomUUID().toString(), "{}").then().statusCode(404);
        acknowledge(Tokens.desk(), "none", "{}").then().statusCode(404);
    }

    @Test
    void an_incident_manager_escalates_a_ticket_with_a_reason() {
        String reference = opened("LBL", "");
        escalate(Tokens.desk(), reference, "{\"reason\":\"The registrars cannot register deaths.\"}")
                .then()
                .statusCode(201)
                .body("kind", equalTo("MANUAL"))
                .body("by", equalTo("desk"))
                .body("partner", equalTo("LBL"));
        escalations(Tokens.borough("LBL"), reference)
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'MANUAL' }.reason", equalTo("The registrars cannot register deaths."))
                .body("items.find { it.kind == 'MANUAL' }.announcedAt", notNullValue())
                .body("next", nullValue());
        escalate(Tokens.desk(), reference, "{}").then().statusCode(422).body("errors.pointer", hasItem("/reason"));
        String agent = Tokens.of("agent", List.of("service-desk"), List.of("*"));
        escalate(agent, reference, "{\"reason\":\"please\"}").then().statusCode(403);
    }

    @Test
    void a_filter_or_a_span_that_cannot_be_meant_is_refused() {
        refused("/api/v1/escalations?metric=REPLY", "query:metric");
        refused("/api/v1/escalations?threshold=half", "query:threshold");
        refused("/api/v1/escalations?from=yesterday", "query:from");
        refused("/api/v1/escalations?cursor=nonsense", "query:cursor");
        refused("/api/v1/escalations/upcoming?within=4h", "query:within");
        refused("/api/v1/escalations/upcoming?within=P99D", "query:within");
        refused("/api/v1/escalations/upcoming?cursor=nonsense", "query:cursor");
    }

    @Test
    void nobody_rewrites_what_was_announced() throws SQLException {
        for (String table : List.of("escalation", "escalation_acknowledgement", "manual_escalation")) {
            try (Connection owner = Database.asTheOwner()) {
                Assertions.assertThatThrownBy(() -> Database.execute(owner, "delete from " + table))
                        .hasMessageContaining("append-only");
            }
        }
    }

    /** A new partner with round-the-clock hours and an hour for a P1; the agreement names no thresholds. */
    private static String servedRoundTheClock() {
        String code =
                "R" + Long.toString(System.nanoTime() % 1_000_000_000L, 36).toUpperCase(java.util.Locale.ROOT);
        String all = "[{\"open\":\"00:00\",\"close\":\"24:00\"}]";
        String week = String.join(
                ",",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY").stream()
                        .map(day -> "\"" + day + "\":" + all)
                        .toList());
        add(
                "calendars",
                "{\"code\":\"" + code
                        + "-24X7\",\"zone\":\"Europe/London\",\"versions\":[{\"validFrom\":\"2020-01-01\","
                        + "\"week\":{" + week + "},\"specialDays\":[],\"holidays\":[]}]}");
        add(
                "partners",
                "{\"code\":\"%1$s\",\"name\":\"Round the clock\",\"kind\":\"CUSTOMER\",\"memberFrom\":\"2020-01-01\",\"calendar\":\"%1$s-24X7\"}"
                        .formatted(code));
        add("agreements", """
                {"code":"%1$s","title":"An hour","versions":[{"version":1,"validFrom":"2020-01-01","coverage":{"partners":["%1$s"]},
                 "targets":[{"priority":"P1","target":{"serviceMinutes":60},"percent":"95"}],
                 "stoppingReasons":["AWAITING_USER"]}]}""".formatted(code));
        return code;
    }

    private static void add(String what, String body) {
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201);
    }

    private static String ticket(String partner, String fields) {
        return open(
                        Tokens.desk(),
                        "{\"partner\":\"" + partner + "\",\"type\":\"INCIDENT\",\"title\":\"no phones\"," + fields
                                + "}")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static String ago(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toString();
    }

    private static String ours(String sourceReference) {
        return as(Tokens.desk())
                .get("/api/v1/tickets?source=hornbill-lbl&sourceReference=" + sourceReference)
                .path("items[0].reference");
    }

    private static JsonPath announced(String token, String reference, int many) {
        for (int look = 0; look < 300; look++) {
            JsonPath told = escalations(token, reference).jsonPath();
            if (told.getList("items").size() == many) {
                return told;
            }
            pause(100);
        }
        throw new AssertionError("not announced: " + reference);
    }

    private static Response escalations(String token, String reference) {
        return as(token).get("/api/v1/tickets/" + reference + "/escalations");
    }

    private static Response upcoming(String partner) {
        return as(Tokens.borough(partner)).get("/api/v1/escalations/upcoming");
    }

    private static Response acknowledge(String token, String id, String body) {
        return as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/escalations/" + id + "/acknowledgement");
    }

    private static Response escalate(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/escalate");
    }

    private static void refused(String path, String pointer) {
        as(Tokens.desk()).get(path).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }
}
