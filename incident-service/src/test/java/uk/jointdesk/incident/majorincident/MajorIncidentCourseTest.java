package uk.jointdesk.incident.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.testkit.Tokens;

/** How a major incident goes on, from what is said about it to the last action of its review. */
@QuarkusTest
class MajorIncidentCourseTest extends MajorIncidents {

    private static final String LEWISHAM = Tokens.borough("LBL");

    @Inject
    HeardAnnouncements announcements;

    @Test
    void its_open_tickets_are_resolved_with_it_and_what_was_over_stays_as_it_was() {
        String open = opened("LBL", "\"loggedAt\":\"2021-06-07T08:00:00Z\"");
        String waiting = opened("LBB", "\"status\":\"ON_HOLD\",\"reason\":\"AWAITING_SUPPLIER\"");
        String cancelled = opened("LBL", "");
        transition(Tokens.desk(), cancelled, "{\"to\":\"CANCELLED\"}").then().statusCode(200);
        String reference = declared(
                "[\"LBB\"]", "\"parentTicket\":\"%s\",\"tickets\":[\"%s\",\"%s\"]".formatted(open, waiting, cancelled));
        move(reference, "{\"to\":\"RESOLVED\",\"resolveTickets\":true,\"text\":\"all back\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("RESOLVED"))
                .body("nextUpdates", empty())
                .body("tickets.find { it.reference == '%s' }.role".formatted(open), equalTo("PARENT"))
                .body("tickets.find { it.reference == '%s' }.status".formatted(open), equalTo("RESOLVED"))
                .body("tickets.find { it.reference == '%s' }.status".formatted(waiting), equalTo("RESOLVED"))
                .body("tickets.find { it.reference == '%s' }.status".formatted(cancelled), equalTo("CANCELLED"));
        as(Tokens.desk())
                .get("/api/v1/tickets/" + open + "/timeline")
                .then()
                .body("items.event", contains("LOGGED", "RESOLVED"));
        move(reference, "{\"to\":\"MITIGATED\"}").then().statusCode(409);
        move(reference, "{\"to\":\"INVESTIGATING\"}").then().statusCode(200).body("resolvedAt", nullValue());
    }

    @Test
    void tickets_are_resolved_with_a_resolution_only() {
        String reference = declared("[\"LBL\"]", "");
        move(reference, "{\"to\":\"MITIGATED\",\"resolveTickets\":true}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/resolveTickets"));
        move("MIR101", "{\"to\":\"RESOLVED\"}").then().statusCode(409).body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void what_is_said_is_logged_by_audience_and_the_desks_own_talk_stays_with_the_desk() {
        String reference = declared("[\"LBL\"]", "\"updates\":[{\"audience\":\"COUNCILS\",\"everyMinutes\":30}]");
        say(Tokens.desk(), reference, "{\"audience\":\"COUNCILS\",\"channel\":\"e-mail\",\"text\":\"we are on it\"}")
                .then()
                .statusCode(201);
        say(
                        Tokens.desk(),
                        reference,
                        "{\"audience\":\"RESOLVERS\",\"channel\":\"bridge\",\"text\":\"it is the firewall\"}")
                .then()
                .statusCode(201);
        as(LEWISHAM)
                .get(ROOT + "/" + reference + "/communications")
                .then()
                .body("items.text", contains("we are on it"))
                .body("items.channel", contains("e-mail"));
        as(Tokens.desk()).get(ROOT + "/" + reference + "/communications").then().body("items", hasSize(2));
        Response read = as(LEWISHAM).get(ROOT + "/" + reference);
        read.then().body("nextUpdates[0].everyMinutes", equalTo(30)).body("nextUpdates[0].overdue", equalTo(false));
        assertThat(read.jsonPath().getString("nextUpdates[0].lastTold")).isNotNull();
        say(LEWISHAM, reference, "{\"audience\":\"USERS\",\"channel\":\"e-mail\",\"text\":\"x\"}")
                .then()
                .statusCode(403);
        say(Tokens.desk(), "MIR104", "{\"audience\":\"USERS\",\"channel\":\"e-mail\",\"text\":\"x\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void when_the_resolvers_talk_next_is_theirs_to_know() {
        String reference = declared(
                "[\"LBL\"]",
                "\"updates\":[{\"audience\":\"COUNCILS\",\"everyMinutes\":30},{\"audience\":\"RESOLVERS\",\"everyMinutes\":15}]");
        as(LEWISHAM).get(ROOT + "/" + reference).then().body("nextUpdates.audience", contains("COUNCILS"));
        as(Tokens.desk()).get(ROOT + "/" + reference).then().body("nextUpdates.audience", hasSize(2));
    }

    @Test
    void another_interval_may_be_agreed_on_the_way() {
        String reference = declared("[\"LBL\"]", "");
        patch(reference, "1", """
                        {"updates":[{"audience":"COUNCILS","everyMinutes":240},{"audience":"USERS","everyMinutes":30}]}""")
                .then()
                .statusCode(200)
                .body("nextUpdates.audience", contains("USERS", "COUNCILS"))
                .body("nextUpdates.everyMinutes", contains(30, 240));
        patch(reference, "2", "{\"updates\":[{\"audience\":\"COUNCILS\",\"everyMinutes\":0}]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/updates"));
    }

    @Test
    void every_partner_affected_is_told_by_itself() {
        String reference = declared("[\"LBB\",\"LBL\"]", "");
        say(Tokens.desk(), reference, "{\"audience\":\"RESOLVERS\",\"channel\":\"bridge\",\"text\":\"hush\"}");
        say(Tokens.desk(), reference, "{\"audience\":\"LEADERSHIP\",\"channel\":\"call\",\"text\":\"hush\"}");
        say(Tokens.desk(), reference, "{\"audience\":\"COUNCILS\",\"channel\":\"e-mail\",\"text\":\"soon\"}");
        move(reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200);
        List<Announcement> heard = announcements.of(reference);
        assertThat(heard)
                .extracting(announcement -> announcement.topic() + " " + announcement.partner())
                .containsExactly(
                        "major-incident.declared LBB",
                        "major-incident.declared LBL",
                        "major-incident.updated LBB",
                        "major-incident.updated LBL",
                        "major-incident.resolved LBB",
                        "major-incident.resolved LBL");
        assertThat(heard).extracting(Announcement::id).doesNotHaveDuplicates();
        assertThat(heard)
                .noneMatch(announcement -> "hush".equals(announcement.payload().get("text")));
    }

    @Test
    void it_is_reviewed_with_a_cause_and_closed_when_its_actions_are_done() {
        String reference = declared("[\"LBL\"]", "");
        String review = "{\"heldOn\":\"2021-06-14\",\"summary\":\"an expired certificate\"}";
        put(reference, "1", review).then().statusCode(409).body("code", equalTo("not-over"));
        move(reference, "{\"to\":\"RESOLVED\"}").then().statusCode(200).header("ETag", equalTo("\"2\""));
        move(reference, "{\"to\":\"REVIEWED\"}").then().statusCode(409).body("code", equalTo("review-incomplete"));
        put(reference, "2", review).then().statusCode(200);
        move(reference, "{\"to\":\"REVIEWED\"}").then().statusCode(409);
        patch(reference, "3", "{\"causeClass\":\"SECURITY\",\"problem\":\"PRB-0001\"}")
                .then()
                .statusCode(200);
        Response action = json(Tokens.desk())
                .body("{\"text\":\"watch expiry\",\"ownerRole\":\"technical lead\",\"due\":\"2021-07-01\"}")
                .post(ROOT + "/" + reference + "/actions");
        action.then().statusCode(201).body("overdue", equalTo(true));
        move(reference, "{\"to\":\"REVIEWED\"}").then().statusCode(200);
        move(reference, "{\"to\":\"CLOSED\"}").then().statusCode(409).body("code", equalTo("actions-open"));
        done(reference, action.path("id"), "9").then().statusCode(412);
        done(reference, action.path("id"), "1").then().statusCode(200).body("doneOn", equalTo("2021-06-30"));
        move(reference, "{\"to\":\"CLOSED\"}").then().statusCode(200);
        as(LEWISHAM).get(ROOT + "/" + reference).then().body("review.summary", equalTo("an expired certificate"));
        as(Tokens.desk())
                .get(ROOT + "/" + reference)
                .then()
                .body("review.actions.ownerRole", contains("technical lead"));
    }

    @Test
    void a_ticket_is_linked_once_and_taken_off_by_who_knows_the_version() {
        String reference = declared("[\"LBB\"]", "");
        String ticket = opened("LBL", "");
        String body = "{\"ticket\":\"" + ticket + "\"}";
        json(Tokens.desk())
                .body(body)
                .post(ROOT + "/" + reference + "/tickets")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("affectedPartners", contains("LBB", "LBL"));
        json(Tokens.desk())
                .body(body)
                .post(ROOT + "/" + reference + "/tickets")
                .then()
                .header("ETag", equalTo("\"2\""));
        String path = ROOT + "/" + reference + "/tickets/" + ticket;
        json(Tokens.desk()).delete(path).then().statusCode(428);
        json(Tokens.desk()).header("If-Match", "\"1\"").delete(path).then().statusCode(412);
        json(Tokens.desk())
                .header("If-Match", "\"2\"")
                .delete(path)
                .then()
                .statusCode(200)
                .body("tickets", empty());
        as(LEWISHAM).get("/api/v1/tickets/" + ticket).then().body("majorIncident", equalTo(false));
    }

    @Test
    void what_was_told_cannot_be_changed_even_by_sql() throws SQLException {
        declared("[\"LBL\"]", "");
        try (Connection service = Database.asTheService("*");
                Connection owner = Database.asTheOwner()) {
            for (String sql :
                    List.of("update major_incident_entry set text = ''", "delete from major_incident_entry")) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Database.execute(service, sql));
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Database.execute(owner, sql))
                        .withMessageContaining("append-only");
            }
        }
    }

    private static Response put(String reference, String version, String body) {
        return json(Tokens.desk())
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(ROOT + "/" + reference + "/review");
    }

    private static Response done(String reference, String action, String version) {
        return as(Tokens.desk())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body("{\"doneOn\":\"2021-06-30\"}")
                .patch(ROOT + "/" + reference + "/actions/" + action);
    }
}
