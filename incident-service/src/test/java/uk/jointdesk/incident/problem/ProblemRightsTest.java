package uk.jointdesk.incident.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Who sees and who changes which problem: each council its own part, and nothing that tells of the others'. */
@QuarkusTest
class ProblemRightsTest extends Problems {

    private static final String SOUTHWARK = Tokens.borough("LBS");
    private static final String SOUTHWARKS_DESK =
            Tokens.of("lbs-desk", List.of("service-desk", "incident-manager"), List.of("LBS"));

    @Test
    void a_problem_of_others_is_not_found_whatever_is_asked_of_it() throws SQLException {
        String foreign = problem("[\"LBB\",\"LBL\"]");
        String body = "{ not json";
        List<Function<String, Response>> paths = List.of(
                reference -> as(SOUTHWARK).get("/api/v1/problems/" + reference),
                reference -> as(SOUTHWARK).get("/api/v1/problems/" + reference + "/incidents"),
                reference -> json(SOUTHWARKS_DESK)
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .patch("/api/v1/problems/" + reference),
                reference -> json(SOUTHWARKS_DESK).body(body).post("/api/v1/problems/" + reference + "/incidents"),
                reference -> json(SOUTHWARKS_DESK).delete("/api/v1/problems/" + reference + "/incidents/LBB-0000001"));
        for (Function<String, Response> path : paths) {
            Response refused = path.apply(foreign);
            refused.then().statusCode(404).body("code", equalTo("not-found"));
            assertThat(withoutRequestId(refused)).isEqualTo(withoutRequestId(path.apply("PRB-999999")));
        }
        assertThat(as(SOUTHWARK).get("/api/v1/problems?limit=500").jsonPath().getList("items.reference"))
                .doesNotContain(foreign);
        String count = "select count(*) from problem where reference = '" + foreign + "'";
        try (Connection southwark = Database.asTheService("LBS");
                Connection nobody = Database.asTheService();
                Connection lewisham = Database.asTheService("LBL")) {
            assertThat(Database.number(southwark, count)).isZero();
            assertThat(Database.number(nobody, count)).isZero();
            assertThat(Database.number(lewisham, count)).isEqualTo(1);
        }
    }

    @Test
    void who_writes_for_one_council_does_not_write_for_two() {
        String shared = problem("[\"LBB\",\"LBS\"]");
        json(SOUTHWARKS_DESK)
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"ours\"}")
                .patch("/api/v1/problems/" + shared)
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        json(SOUTHWARKS_DESK)
                .body("{\"title\":\"theirs\",\"affectedPartners\":[\"LBB\"]}")
                .post("/api/v1/problems")
                .then()
                .statusCode(403);
        json(SOUTHWARKS_DESK)
                .body("{\"title\":\"nobody's\"}")
                .post("/api/v1/problems")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/affectedPartners"));
        as(SOUTHWARK)
                .contentType(ContentType.JSON)
                .body("{\"title\":\"x\",\"affectedPartners\":[\"LBS\"]}")
                .post("/api/v1/problems")
                .then()
                .statusCode(403);
    }

    @Test
    void each_council_counts_its_own_incidents_and_learns_no_other() {
        String reference = problem("[\"LBB\",\"LBL\"]");
        String brents = opened("LBB", "\"loggedAt\":\"2021-05-31T22:00:00Z\"");
        String lewishams = opened("LBL", "\"loggedAt\":\"2021-05-31T23:30:00Z\"");
        String again = opened("LBL", "\"loggedAt\":\"2021-07-05T09:00:00Z\"");
        List.of(brents, lewishams, again)
                .forEach(ticket -> link(reference, ticket).then().statusCode(200));
        as(LEWISHAM)
                .get("/api/v1/problems/" + reference)
                .then()
                .body("affectedPartners", contains("LBL"))
                .body("othersAffected", equalTo(true))
                .body("recurrence.total", equalTo(2))
                .body("recurrence.byMonth.'2021-06'", equalTo(1))
                .body("recurrence.byMonth.'2021-07'", equalTo(1))
                .body("recurrence.byPartner.LBB", nullValue());
        as(LEWISHAM)
                .get("/api/v1/problems/" + reference + "/incidents")
                .then()
                .body("items.ticket", contains(lewishams, again));
        as(Tokens.board())
                .get("/api/v1/problems/" + reference)
                .then()
                .body("affectedPartners", contains("LBB", "LBL"))
                .body("othersAffected", equalTo(false))
                .body("recurrence.total", equalTo(3))
                .body("recurrence.byMonth.'2021-05'", equalTo(1))
                .body("recurrence.byPartner.LBB", equalTo(1));
    }

    @Test
    void how_many_incidents_others_have_shows_in_no_version_and_no_audit_trail() {
        String reference = problem("[\"LBB\",\"LBL\"]");
        String before = as(LEWISHAM).get("/api/v1/problems/" + reference).header("ETag");
        link(reference, opened("LBB", "")).then().statusCode(200);
        as(LEWISHAM).get("/api/v1/problems/" + reference).then().header("ETag", equalTo(before));
        as(LEWISHAM).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(1));
        as(Tokens.auditor()).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(2));
    }

    private static String withoutRequestId(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
