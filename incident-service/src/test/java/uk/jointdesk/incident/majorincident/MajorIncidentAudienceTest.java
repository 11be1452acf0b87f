package uk.jointdesk.incident.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Of a major incident a council reads what is for users and councils, and learns of nothing else that it is there. */
@QuarkusTest
class MajorIncidentAudienceTest extends MajorIncidents {

    private static final String LEWISHAM = Tokens.borough("LBL");

    @Test
    void what_is_said_to_leadership_is_for_the_desk_and_the_board() {
        String reference = declared(
                "[\"LBL\"]",
                "\"updates\":[{\"audience\":\"COUNCILS\",\"everyMinutes\":30},{\"audience\":\"LEADERSHIP\",\"everyMinutes\":60}]");
        for (String audience : List.of("USERS", "COUNCILS", "LEADERSHIP", "RESOLVERS")) {
            say(Tokens.desk(), reference, """
                    {"audience":"%s","channel":"call","text":"for %s"}""".formatted(audience, audience))
                    .then()
                    .statusCode(201);
        }
        String path = ROOT + "/" + reference;
        as(LEWISHAM).get(path + "/communications").then().body("items.audience", contains("USERS", "COUNCILS"));
        assertThat(as(LEWISHAM).get(path + "/timeline").asString())
                .contains("for COUNCILS")
                .doesNotContain("LEADERSHIP", "RESOLVERS");
        as(LEWISHAM).get(path).then().body("nextUpdates.audience", contains("COUNCILS"));
        as(LEWISHAM).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(3));
        as(Tokens.board()).get(path + "/communications").then().body("items", hasSize(4));
        as(Tokens.auditor()).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(5));
    }

    @Test
    void an_action_of_the_review_is_for_those_who_do_it_unless_it_is_said_to_be_for_the_councils() {
        String reference = declared("[\"LBL\"]", "");
        String path = ROOT + "/" + reference;
        String ours = act(reference, "\"text\":\"replace the engineer\"").path("id");
        act(reference, "\"text\":\"send a new guide\",\"audience\":\"COUNCILS\"")
                .then()
                .body("audience", equalTo("COUNCILS"));
        as(LEWISHAM).get(path).then().body("review.actions.text", contains("send a new guide"));
        assertThat(as(LEWISHAM).get(path + "/timeline").asString())
                .contains("send a new guide")
                .doesNotContain("replace the engineer");
        as(Tokens.board()).get(path).then().body("review.actions", hasSize(2));
        patchAction(reference, ours, "1", "{\"doneOn\":\"2021-06-30\"}").then().statusCode(200);
        as(LEWISHAM).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(2));
        assertThat(as(LEWISHAM).get(path + "/timeline").asString()).doesNotContain("ACTION_DONE");
        patchAction(reference, ours, "2", "{\"audience\":\"USERS\"}")
                .then()
                .statusCode(200)
                .body("audience", equalTo("USERS"));
        as(LEWISHAM).get(path).then().body("review.actions", hasSize(2));
        patchAction(reference, ours, "3", "{\"audience\":null}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/audience"));
    }

    @Test
    void a_council_that_may_read_no_action_does_not_learn_that_there_are_any() {
        String reference = declared("[\"LBL\"]", "");
        act(reference, "\"text\":\"replace the engineer\"");
        as(LEWISHAM).get(ROOT + "/" + reference).then().body("review", nullValue());
    }

    /** Lines that were written when LEADERSHIP and actions were not yet kept from the councils. */
    @Test
    void old_lines_are_held_to_the_same_rule() throws SQLException {
        String reference = declared("[\"LBL\"]", "");
        try (Connection service = Database.asTheService("*")) {
            for (String line : List.of(
                    "'COMMUNICATION', 'LEADERSHIP', 'old words'",
                    "'ACTION_ADDED', null, 'old action'",
                    "'COMMUNICATION', 'USERS', 'old news'")) {
                Database.execute(
                        service,
                        "insert into major_incident_entry (id, major_incident, at, internal, told_by, kind, audience, text)"
                                + " values ('" + UUID.randomUUID() + "', '" + reference + "', now(), false, 'desk', "
                                + line + ")");
            }
        }
        assertThat(as(LEWISHAM).get(ROOT + "/" + reference + "/timeline").asString())
                .contains("old news")
                .doesNotContain("old words", "old action");
    }

    private static Response act(String reference, String fields) {
        Response added = json(Tokens.desk())
                .body("{" + fields + ",\"ownerRole\":\"technical lead\",\"due\":\"2021-07-01\"}")
                .post(ROOT + "/" + reference + "/actions");
        added.then().statusCode(201);
        return added;
    }

    private static Response patchAction(String reference, String action, String version, String body) {
        return as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(ROOT + "/" + reference + "/actions/" + action);
    }
}
