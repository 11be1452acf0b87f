package uk.jointdesk.incident.satisfaction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.incident.satisfaction.store.SurveyKey;
import uk.jointdesk.testkit.Tokens;

/** Asking how it went, and taking the answer. */
@QuarkusTest
class SatisfactionTest extends OverHttp {

    private static final String GOOD = "{\"satisfied\":true,\"timely\":false,\"recommend\":9,\"comment\":\"Thanks.\"}";
    private static final String BAD = "{\"satisfied\":false,\"timely\":false,\"recommend\":0}";

    @Inject
    SurveyKey key;

    @Test
    void a_resolved_ticket_is_asked_about_once_and_the_invitation_is_announced() throws SQLException {
        String reference = resolved("LBL");
        transition(Tokens.desk(), reference, "{\"to\":\"CLOSED\"}").then().statusCode(200);
        assertThat(count("survey where ticket = '" + reference + "'")).isEqualTo(1);
        assertThat(count("announcement where topic = 'survey.invited' and partner = 'LBL' and payload->>'reference' = '"
                        + reference + "' and payload->>'link' like '%/api/v1/feedback/" + link(reference, 0) + "'"))
                .isEqualTo(1);
    }

    @Test
    void history_that_is_imported_is_asked_about_by_nobody() throws SQLException {
        String number = unique("IN");
        String row = "{\"reference\":\"%s\",\"event\":\"%s\",\"at\":\"%s\"}\n";
        Instant now = Instant.now();
        imported(
                Tokens.integration("hornbill-lbl", "LBL"),
                "hornbill-lbl",
                row.formatted(number + "-old", "LOGGED", "2021-06-07T08:00:00Z")
                        + row.formatted(number + "-old", "RESOLVED", "2021-06-07T10:00:00Z")
                        + row.formatted(number + "-new", "LOGGED", now.minusSeconds(7_200))
                        + row.formatted(number + "-new", "RESOLVED", now.minusSeconds(3_600)));
        String asked = "survey s join ticket t on t.reference = s.ticket where t.source_reference = '" + number;
        assertThat(count(asked + "-old'")).isZero();
        assertThat(count(asked + "-new'")).isEqualTo(1);
    }

    @Test
    void who_holds_the_link_sees_which_ticket_is_meant_and_nothing_else() throws SQLException {
        String reference = resolved("LBL");
        JsonPath question = given().get("/api/v1/feedback/" + link(reference, 0))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
        assertThat(question.getMap("").keySet()).isEqualTo(java.util.Set.of("reference", "title", "expiresAt"));
        assertThat(question.getString("reference")).isEqualTo(reference);
        assertThat(question.getString("title")).isEqualTo("printer on fire");
    }

    @Test
    void an_answer_is_taken_once_and_reaches_the_ticket_as_a_rating() throws SQLException {
        String reference = resolved("LBL");
        String link = link(reference, 0);
        answer(given(), link, GOOD).then().statusCode(204);
        answer(given(), link, BAD).then().statusCode(409).body("code", equalTo("survey-answered"));
        given().get("/api/v1/feedback/" + link).then().statusCode(409);
        assertThat(count("survey_answer a join survey s on s.id = a.survey where s.ticket = '" + reference
                        + "' and a.satisfied and not a.timely and a.recommend = 9 and a.comment = 'Thanks.'"
                        + " and a.channel = 'LINK'"))
                .isEqualTo(1);
        assertThat(count("ticket_event where ticket = '" + reference + "' and event = 'RATED'"
                        + " and (detail->>'rating')::int = 4 and (detail->>'recommend')::int = 9"
                        + " and recorded_by = 'survey-link'"))
                .isEqualTo(1);
        as(Tokens.borough("LBL")).get("/api/v1/tickets/" + reference).then().body("status", equalTo("RESOLVED"));
    }

    @Test
    void a_link_that_we_did_not_make_is_unknown_and_opens_nothing_else() throws SQLException {
        String link = link(resolved("LBL"), 0);
        String forged = (link.charAt(0) == 'A' ? "B" : "A") + link.substring(1);
        String ofNoSurvey = SurveyToken.of(UUID.randomUUID(), key.bytes());
        given().get("/api/v1/feedback/" + ofNoSurvey).then().statusCode(404);
        answer(given(), ofNoSurvey, GOOD).then().statusCode(404);
        for (String token : List.of(forged, "guess", link + "A")) {
            given().get("/api/v1/feedback/" + token).then().statusCode(404).body("code", equalTo("not-found"));
            answer(given(), token, "{ not json").then().statusCode(404);
        }
        given().get("/api/v1/feedback/" + link + "/more").then().statusCode(404);
        given().get("/api/v1/feedback/summary?from=2021-01-01&to=2021-01-02")
                .then()
                .statusCode(401);
        given().get("/api/v1/feedback").then().statusCode(404);
    }

    @Test
    void a_link_is_answered_even_by_a_browser_that_shows_a_broken_token() throws SQLException {
        String link = link(resolved("LBL"), 0);
        given().header("Authorization", "Bearer broken")
                .get("/api/v1/feedback/" + link)
                .then()
                .statusCode(200);
    }

    @Test
    void a_survey_ends_after_its_time() throws SQLException {
        String reference = resolved("LBL");
        String expired = opened("LBL", "");
        UUID id = UUID.randomUUID();
        try (Connection everybody = Database.asTheService("*")) {
            Database.execute(
                    everybody,
                    "insert into survey (id, ticket, resolution, partner, invited, invited_at, expires_at) values ('"
                            + id + "', '" + expired + "', 0, 'LBL', true, now() - interval '15 days', now())");
        }
        transition(Tokens.desk(), expired, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        answer(given(), SurveyToken.of(id, key.bytes()), GOOD)
                .then()
                .statusCode(409)
                .body("code", equalTo("survey-expired"));
        assertThat(count("survey where ticket = '" + reference + "' and expires_at = invited_at + interval '14 days'"))
                .isEqualTo(1);
    }

    @Test
    void a_ticket_that_is_reopened_is_asked_about_again_when_it_is_resolved_again() throws SQLException {
        String reference = resolved("LBL");
        String first = link(reference, 0);
        transition(Tokens.desk(), reference, "{\"to\":\"IN_PROGRESS\"}").then().statusCode(200);
        answer(given(), first, GOOD).then().statusCode(409).body("code", equalTo("survey-overtaken"));
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        answer(given(), first, GOOD).then().statusCode(409);
        answer(given(), link(reference, 1), GOOD).then().statusCode(204);
    }

    @Test
    void a_councils_client_rates_its_own_ticket_once() {
        String reference = resolved("LBL");
        rate(Tokens.borough("LBL"), reference, GOOD).then().statusCode(201);
        rate(Tokens.borough("LBL"), reference, GOOD).then().statusCode(409).body("code", equalTo("survey-answered"));
        String open = opened("LBL", "");
        rate(Tokens.borough("LBL"), open, GOOD).then().statusCode(409).body("code", equalTo("ticket-not-resolved"));
        rate(Tokens.desk(), reference, GOOD).then().statusCode(403);
    }

    @Test
    void a_rating_that_is_sent_twice_is_taken_once() throws SQLException {
        String reference = resolved("LBL");
        String retry = unique("key");
        for (int i = 0; i < 2; i++) {
            as(Tokens.borough("LBL"))
                    .header("Idempotency-Key", retry)
                    .contentType(ContentType.JSON)
                    .body(GOOD)
                    .post("/api/v1/tickets/" + reference + "/feedback")
                    .then()
                    .statusCode(201);
        }
        assertThat(count("ticket_event where ticket = '" + reference + "' and event = 'RATED'"))
                .isEqualTo(1);
    }

    @Test
    void another_councils_ticket_cannot_be_rated_or_seen_in_the_rates() throws SQLException {
        String foreign = resolved("LBB");
        for (String reference : List.of(foreign, "LBB-9999999")) {
            rate(Tokens.borough("LBL"), reference, GOOD).then().statusCode(404);
            rate(Tokens.borough("LBL"), reference, "{ not json").then().statusCode(404);
        }
        assertThat(summary(Tokens.borough("LBL")).getList("items.partner", String.class))
                .doesNotContain("LBB");
        try (Connection nobody = Database.asTheService();
                Connection lewisham = Database.asTheService("LBL")) {
            assertThat(Database.number(nobody, "select count(*) from survey")).isZero();
            assertThat(Database.number(lewisham, "select count(*) from survey where partner = 'LBB'"))
                    .isZero();
        }
    }

    @Test
    void the_response_rate_counts_who_was_asked_and_answered() throws SQLException {
        String token = Tokens.borough("LGA");
        long invited = rates(token).getLong("invited");
        long answered = rates(token).getLong("answered");
        long unasked = rates(token).getLong("unasked");
        answer(given(), link(resolved("LGA"), 0), GOOD).then().statusCode(204);
        resolved("LGA");
        String past = opened("LGA", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        transition(Tokens.desk(), past, "{\"to\":\"RESOLVED\",\"at\":\"2021-06-07T09:00:00Z\"}")
                .then()
                .statusCode(200);
        rate(token, past, BAD).then().statusCode(201);
        assertThat(rates(token).getLong("invited")).isEqualTo(invited + 2);
        assertThat(rates(token).getLong("answered")).isEqualTo(answered + 1);
        assertThat(rates(token).getLong("unasked")).isEqualTo(unasked + 1);
        assertThat(rates(token).getLong("rate.numerator")).isEqualTo(answered + 1);
        assertThat(rates(token).getLong("rate.denominator")).isEqualTo(invited + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timely\":true,\"recommend\":5} | /satisfied",
                "{\"satisfied\":true,\"recommend\":5} | /timely",
                "{\"satisfied\":true,\"timely\":true} | /recommend",
                "{\"satisfied\":true,\"timely\":true,\"recommend\":11} | /recommend",
                "{\"satisfied\":true,\"timely\":true,\"recommend\":-1} | /recommend"
            })
    void an_answer_that_breaks_a_rule_is_refused_and_pointed_at(String body, String pointer) throws SQLException {
        String reference = resolved("LBL");
        for (Response refused :
                List.of(rate(Tokens.borough("LBL"), reference, body), answer(given(), link(reference, 0), body))) {
            refused.then().statusCode(422).body("errors", hasSize(1)).body("errors[0].pointer", equalTo(pointer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2021-06-01,query:to",
        "?from=soon&to=2021-06-30,query:from",
        "?from=2021-06-02&to=2021-06-01,query:to"
    })
    void a_span_that_cannot_be_read_is_refused(String query, String pointer) {
        as(Tokens.desk())
                .get("/api/v1/feedback/summary" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static String resolved(String partner) {
        String reference = opened(partner, "");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        return reference;
    }

    /** The token of the survey about a ticket's resolution, as its invitation would carry it. */
    private String link(String reference, int resolution) throws SQLException {
        try (Connection everybody = Database.asTheService("*");
                var statement = everybody.createStatement();
                var rows = statement.executeQuery(
                        "select id from survey where ticket = '" + reference + "' and resolution = " + resolution)) {
            assertThat(rows.next()).isTrue();
            return SurveyToken.of(rows.getObject(1, UUID.class), key.bytes());
        }
    }

    private static long count(String from) throws SQLException {
        try (Connection everybody = Database.asTheService("*")) {
            return Database.number(everybody, "select count(*) from " + from);
        }
    }

    private static Response answer(RequestSpecification who, String token, String body) {
        return who.contentType(ContentType.JSON).body(body).post("/api/v1/feedback/" + token);
    }

    private static Response rate(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/feedback");
    }

    private static JsonPath summary(String token) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
        return as(token)
                .get("/api/v1/feedback/summary?from=" + today.minusDays(1) + "&to=" + today)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** LGA's line, once it has one. */
    private static JsonPath rates(String token) {
        if (summary(token).getList("items").isEmpty()) {
            resolved("LGA");
        }
        return summary(token).setRootPath("items[0]");
    }
}
