package uk.jointdesk.incident.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** What services downstream learn of surveys. */
@QuarkusTest
class SurveyFeedTest extends OverHttp {

    @Test
    void what_became_of_surveys_is_told_and_not_what_was_written_in_them() {
        String start = end();
        String asked = resolved("LBL");
        rate(asked);
        String silent = resolved("LBB");
        JsonPath page = page(start, "");
        assertThat(page.getList("items.event")).containsExactly("INVITED", "ANSWERED", "INVITED");
        assertThat(page.getList("items.ticket")).containsExactly(asked, asked, silent);
        assertThat(page.getList("items.partner")).containsExactly("LBL", "LBL", "LBB");
        assertThat(page.getString("items[0].survey")).isEqualTo(page.getString("items[1].survey"));
        assertThat(page.getBoolean("items[1].satisfied")).isTrue();
        assertThat(page.getBoolean("items[1].timely")).isFalse();
        assertThat(page.prettify()).doesNotContain("Thanks.", "comment");
    }

    @Test
    void a_reader_goes_on_where_it_was_and_sees_nothing_twice() {
        String start = end();
        rate(resolved("LBL"));
        JsonPath first = page(start, "&limit=1");
        assertThat(first.getList("items.event")).containsExactly("INVITED");
        JsonPath second = page(first.getString("next"), "");
        assertThat(second.getList("items.event")).containsExactly("ANSWERED");
        assertThat(page(second.getString("next"), "").getList("items")).isEmpty();
        assertThat(page(second.getString("next"), "").getString("next")).isEqualTo(second.getString("next"));
    }

    @Test
    void an_answer_that_nobody_asked_for_is_told_as_such() {
        String start = end();
        String past = opened("LBS", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        transition(Tokens.desk(), past, "{\"to\":\"RESOLVED\",\"at\":\"2021-06-07T09:00:00Z\"}")
                .then()
                .statusCode(200);
        as(Tokens.borough("LBS"))
                .contentType(ContentType.JSON)
                .body("{\"satisfied\":true,\"timely\":true,\"recommend\":5}")
                .post("/api/v1/tickets/" + past + "/feedback")
                .then()
                .statusCode(201);
        assertThat(page(start, "").getList("items.event")).containsExactly("UNASKED", "ANSWERED");
    }

    @Test
    void a_writer_that_commits_late_is_waited_for() throws SQLException {
        String ticket = opened("LBL", "");
        String start = end();
        try (Connection writer = Database.asTheService("*")) {
            writer.setAutoCommit(false);
            Database.execute(
                    writer,
                    "insert into survey (id, ticket, resolution, partner, invited, invited_at, expires_at) values ('"
                            + UUID.randomUUID() + "', '" + ticket + "', 7, 'LBL', true, now(), now())");
            String quick = resolved("LBL");
            assertThat(page(start, "").getList("items")).isEmpty();
            writer.commit();
            assertThat(page(start, "").getList("items.ticket")).containsExactly(ticket, quick);
        }
    }

    @Test
    void the_feed_is_for_services_and_auditors_that_see_everybodys() {
        as(Tokens.auditor()).get("/api/v1/feedback/surveys?limit=1").then().statusCode(200);
        for (String token : List.of(Tokens.borough("LBL"), Tokens.desk(), Tokens.performance())) {
            as(token).get("/api/v1/feedback/surveys").then().statusCode(403);
        }
        as(Tokens.of("narrow", List.of("suite-service"), List.of("LBL")))
                .get("/api/v1/feedback/surveys")
                .then()
                .statusCode(403)
                .body("code", equalTo("feed-not-yours"));
    }

    @Test
    void a_place_that_is_none_is_refused() {
        as(Tokens.suite())
                .get("/api/v1/feedback/surveys?after=xyz")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        as(Tokens.suite()).get("/api/v1/feedback/surveys?limit=5001").then().statusCode(400);
    }

    private static String resolved(String partner) {
        String reference = opened(partner, "");
        transition(Tokens.desk(), reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        return reference;
    }

    private static void rate(String reference) {
        as(Tokens.borough("LBL"))
                .contentType(ContentType.JSON)
                .body("{\"satisfied\":true,\"timely\":false,\"recommend\":9,\"comment\":\"Thanks.\"}")
                .post("/api/v1/tickets/" + reference + "/feedback")
                .then()
                .statusCode(201);
    }

    private static JsonPath page(String after, String more) {
        return as(Tokens.suite())
                .get("/api/v1/feedback/surveys?after=" + after + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The position after everything that is there. */
    private static String end() {
        String after = "";
        JsonPath page = page(after, "&limit=5000");
        while (!page.getList("items").isEmpty()) {
            after = page.getString("next");
            page = page(after, "&limit=5000");
        }
        return page.getString("next");
    }
}
