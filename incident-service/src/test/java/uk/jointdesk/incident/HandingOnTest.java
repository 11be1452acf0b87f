package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What a council can still do with a ticket that it has handed on: read what happened in its time. */
@QuarkusTest
class HandingOnTest extends OverHttp {

    private static final String OLD_P1 = "\"priority\":\"P1\",\"loggedAt\":\"2021-06-07T08:00:00Z\"";

    @Test
    void the_link_of_its_survey_opens_nothing_any_more() throws SQLException {
        String number = unique("IN");
        String row = "{\"reference\":\"" + number + "\",\"event\":\"%s\",\"at\":\"%s\",\"partner\":\"%s\"}\n";
        Instant logged = Instant.now().minusSeconds(7_200);
        imported(Tokens.desk(), "demo-2018", row.formatted("LOGGED", logged, "LBS"));
        String reference = as(Tokens.desk())
                .get("/api/v1/tickets?source=demo-2018&sourceReference=" + number)
                .path("items[0].reference");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        String link = link(reference);
        as(Tokens.desk()).get(link).then().statusCode(200);
        imported(Tokens.desk(), "demo-2018", row.formatted("PARTNER_CHANGED", Instant.now(), "LBB"));
        as(Tokens.desk()).get(link).then().statusCode(409).body("code", equalTo("survey-overtaken"));
        as(Tokens.desk())
                .contentType(ContentType.JSON)
                .body("{\"satisfied\":false,\"timely\":false,\"recommend\":0}")
                .post(link)
                .then()
                .statusCode(409);
    }

    @Test
    void an_escalation_is_acknowledged_by_the_holder_only_and_that_is_not_told_to_the_former_one() {
        String reference = openedP1();
        String id = announced(reference);
        handOn(reference, "LBB");
        String formerDesk = Tokens.of("lbs-desk", List.of("service-desk"), List.of("LBS"));
        acknowledge(formerDesk, id).then().statusCode(404);
        acknowledge(Tokens.desk(), id).then().statusCode(201);
        as(Tokens.borough("LBS"))
                .get("/api/v1/tickets/" + reference + "/escalations")
                .then()
                .statusCode(200)
                .body("items.acknowledgement", everyItem(nullValue()));
    }

    @Test
    void the_feed_counts_everybodys_transactions_and_is_for_who_sees_everybody() {
        String auditor = Tokens.of("lbs-auditor", List.of("auditor"), List.of("LBS"));
        as(auditor).get("/api/v1/ticket-events").then().statusCode(403).body("code", equalTo("feed-not-yours"));
    }

    private static String openedP1() {
        return open(Tokens.desk(), "{\"partner\":\"LBS\",\"type\":\"INCIDENT\",\"title\":\"no phones\"," + OLD_P1 + "}")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static void handOn(String reference, String to) {
        String version = as(Tokens.desk()).get("/api/v1/tickets/" + reference).header("ETag");
        as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                .body("{\"partner\":\"" + to + "\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
    }

    private static Response acknowledge(String token, String id) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"seen\"}")
                .post("/api/v1/escalations/" + id + "/acknowledgement");
    }

    private static String announced(String reference) {
        for (int look = 0; look < 300; look++) {
            String id = as(Tokens.desk())
                    .get("/api/v1/tickets/" + reference + "/escalations")
                    .path("items[0].id");
            if (id != null) {
                return id;
            }
            pause(100);
        }
        throw new AssertionError("not announced: " + reference);
    }

    private static String link(String reference) throws SQLException {
        try (Connection everybody = Database.asTheService("*");
                Statement statement = everybody.createStatement();
                ResultSet rows = statement.executeQuery("select payload ->> 'link' from announcement"
                        + " where topic = 'survey.invited' and payload ->> 'reference' = '" + reference + "'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1).replaceFirst("https?://[^/]+", "");
        }
    }
}
