package uk.jointdesk.incident.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.testkit.Tokens;

/** Incidents that are led as one, from the declaration to the last action of the review. */
@QuarkusTest
class MajorIncidentTest extends MajorIncidents {

    private static final String LEWISHAM = Tokens.borough("LBL");
    private static final String SOUTHWARK = Tokens.borough("LBS");
    private static final String SOUTHWARKS_DESK =
            Tokens.of("lbs-desk", List.of("service-desk", "incident-manager"), List.of("LBS"));

    @Inject
    HeardAnnouncements announcements;

    /** BP40, BM1 to BM7: as printed; what the pack does not say is left out. */
    @Test
    void the_seven_of_the_pack_are_on_record_with_councils_and_causes() {
        List<List<String>> pack = List.of(
                List.of("MIR101", "LBS", "SUPPLIER", "8*8 telephony issues"),
                List.of("MIR102", "LBS", "EXTERNAL_ATTACK", "DDOS attack"),
                List.of("MIR103", "LBB", "SUPPLIER", "8*8 telephony issues"),
                List.of("MIR104", "LBS", "SUPPLIER", "Internet link"),
                List.of("MIR105", "LBB", "EXTERNAL_ATTACK", "DDOS attack"),
                List.of("MIR109", "LBB,LBL", "SECURITY", "Remote access unavailable"),
                List.of("MIR112", "LBB,LBL", "SECURITY", "Remote access unavailable"));
        for (List<String> row : pack) {
            Response read = as(Tokens.board()).get(ROOT + "/" + row.get(0));
            read.then()
                    .statusCode(200)
                    .body("causeClass", equalTo(row.get(2)))
                    .body("title", equalTo(row.get(3)))
                    .body("status", nullValue())
                    .body("declaredAt", nullValue());
            assertThat(String.join(",", read.jsonPath().<String>getList("affectedPartners")))
                    .isEqualTo(row.get(1));
        }
        as(Tokens.board()).get(ROOT + "/MIR106").then().statusCode(404);
    }

    /** BM3 (the same service), BM5 (the same cause), BM7 (the same problem). */
    @Test
    void what_comes_again_is_shown_with_what_it_shares() {
        as(Tokens.board()).get(ROOT + "/MIR103").then().body("related.reference", hasItems("MIR101"));
        as(Tokens.board()).get(ROOT + "/MIR105").then().body("related.reference", hasItems("MIR102"));
        as(LEWISHAM)
                .get(ROOT + "/MIR112")
                .then()
                .body("problem", equalTo("PRB-0001"))
                .body(
                        "related.find { it.reference == 'MIR109' }.shared",
                        containsInAnyOrder("SERVICE", "CAUSE", "PROBLEM"));
    }

    @Test
    void a_declared_one_goes_on_after_the_packs_numbers_and_its_tickets_show_it() {
        String ticket = opened("LBL", "");
        String other = opened("LBL", "");
        Response declared = declare("""
                {"title":"remote access down","priority":"P1","criterion":"SEVERAL_COUNCILS","affectedPartners":["LBB"],
                 "affectedServices":["Remote access %s"],"incidentManager":"subject-1","tickets":["%s"]}""".formatted(unique("s"), ticket));
        declared.then()
                .statusCode(201)
                .body("reference", matchesPattern("MIR(11[3-9]|1[2-9]\\d|[2-9]\\d\\d|\\d{4,})"))
                .body("status", equalTo("DECLARED"))
                .body("affectedPartners", contains("LBB", "LBL"))
                .body("tickets.reference", contains(ticket))
                .body("nextUpdates.audience", contains("COUNCILS"))
                .body("nextUpdates[0].everyMinutes", equalTo(60))
                .body("nextUpdates[0].overdue", equalTo(false));
        as(LEWISHAM).get("/api/v1/tickets/" + ticket).then().body("majorIncident", equalTo(true));
        as(LEWISHAM).get("/api/v1/tickets/" + other).then().body("majorIncident", equalTo(false));
        assertThat(as(LEWISHAM)
                        .get("/api/v1/tickets?limit=500")
                        .jsonPath()
                        .getList("items.findAll { it.majorIncident }.reference"))
                .contains(ticket)
                .doesNotContain(other);
    }

    @Test
    void a_council_sees_itself_its_tickets_and_that_others_are_affected() {
        String brents = opened("LBB", "");
        String lewishams = opened("LBL", "");
        String reference = declared("[]", "\"tickets\":[\"%s\",\"%s\"]".formatted(brents, lewishams));
        as(LEWISHAM)
                .get(ROOT + "/" + reference)
                .then()
                .statusCode(200)
                .body("affectedPartners", contains("LBL"))
                .body("othersAffected", equalTo(true))
                .body("tickets.reference", contains(lewishams));
        assertThat(as(LEWISHAM).get(ROOT + "/" + reference + "/timeline").asString())
                .contains(lewishams)
                .doesNotContain(brents);
        assertThat(as(LEWISHAM).get(ROOT + "?limit=500&partner=LBB").jsonPath().getList("items.reference"))
                .as("asking for another council tells nothing")
                .isEmpty();
        as(Tokens.desk())
                .get(ROOT + "/" + reference)
                .then()
                .body("affectedPartners", contains("LBB", "LBL"))
                .body("othersAffected", equalTo(false))
                .body("tickets.reference", containsInAnyOrder(brents, lewishams));
    }

    @Test
    void what_affects_others_only_is_not_found_whatever_is_asked_of_it() throws SQLException {
        String foreign = declared("[\"LBB\",\"LBL\"]", "");
        String body = "{ not json";
        List<Function<String, Response>> paths = List.of(
                path -> as(SOUTHWARK).get(path),
                path -> as(SOUTHWARK).get(path + "/timeline"),
                path -> as(SOUTHWARK).get(path + "/communications"),
                path -> json(SOUTHWARKS_DESK)
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .patch(path),
                path -> json(SOUTHWARKS_DESK).body(body).post(path + "/transitions"),
                path -> json(SOUTHWARKS_DESK).body(body).post(path + "/communications"),
                path -> json(SOUTHWARKS_DESK).body(body).post(path + "/tickets"),
                path -> json(SOUTHWARKS_DESK).delete(path + "/tickets/LBB-0000001"),
                path -> json(SOUTHWARKS_DESK)
                        .header("If-Match", "\"1\"")
                        .body(body)
                        .put(path + "/review"),
                path -> json(SOUTHWARKS_DESK).body(body).post(path + "/actions"));
        for (Function<String, Response> path : paths) {
            Response refused = path.apply(ROOT + "/" + foreign);
            refused.then().statusCode(404).body("code", equalTo("not-found"));
            assertThat(withoutRequestId(refused)).isEqualTo(withoutRequestId(path.apply(ROOT + "/MIR999999")));
        }
        assertThat(as(SOUTHWARK).get(ROOT + "?limit=500").jsonPath().getList("items.reference"))
                .doesNotContain(foreign);
        for (String table : List.of("major_incident where reference", "major_incident_entry where major_incident")) {
            String count = "select count(*) from " + table + " = '" + foreign + "'";
            try (Connection southwark = Database.asTheService("LBS");
                    Connection nobody = Database.asTheService();
                    Connection lewisham = Database.asTheService("LBL")) {
                assertThat(Database.number(southwark, count)).isZero();
                assertThat(Database.number(nobody, count)).isZero();
                assertThat(Database.number(lewisham, count)).isEqualTo(1);
            }
        }
    }

    @Test
    void who_leads_for_one_council_does_not_lead_for_two_and_a_council_declares_none() {
        String shared = declared("[\"LBB\",\"LBS\"]", "");
        json(SOUTHWARKS_DESK)
                .body("{\"to\":\"RESOLVED\"}")
                .post(ROOT + "/" + shared + "/transitions")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        String body = "{\"title\":\"x\",\"priority\":\"P1\",\"affectedPartners\":[\"LBB\"]}";
        json(SOUTHWARKS_DESK).body(body).post(ROOT).then().statusCode(403);
        json(SOUTHWARK).body(body).post(ROOT).then().statusCode(403);
        json(SOUTHWARKS_DESK)
                .body(body.replace("[\"LBB\"]", "[],\"tickets\":[\"" + opened("LBB", "") + "\"]"))
                .post(ROOT)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/tickets/0"));
    }

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
    void every_partner_affected_is_told_by_itself() {
        String reference = declared("[\"LBB\",\"LBL\"]", "");
        say(Tokens.desk(), reference, "{\"audience\":\"RESOLVERS\",\"channel\":\"bridge\",\"text\":\"hush\"}");
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
        as(LEWISHAM)
                .get(ROOT + "/" + reference)
                .then()
                .body("review.summary", equalTo("an expired certificate"))
                .body("review.actions.ownerRole", contains("technical lead"));
    }

    @Test
    void a_field_that_breaks_a_rule_is_pointed_at() {
        refused("{\"priority\":\"P1\",\"affectedPartners\":[\"LBL\"]}", "/title");
        refused("{\"title\":\"x\",\"priority\":\"P3\",\"affectedPartners\":[\"LBL\"]}", "/priority");
        refused("{\"title\":\"x\",\"priority\":\"P1\"}", "/affectedPartners");
        refused("{\"title\":\"x\",\"priority\":\"P1\",\"affectedPartners\":[\"XYZ\"]}", "/affectedPartners/0");
        refused("{\"title\":\"x\",\"priority\":\"P1\",\"tickets\":[\"LBL-9999999\"]}", "/tickets/0");
        refused(
                "{\"title\":\"x\",\"priority\":\"P1\",\"affectedPartners\":[\"LBL\"],\"problem\":\"PRB-9\"}",
                "/problem");
        declare("{\"title\":\"x\",\"priority\":\"P1\",\"affectedPartners\":[\"LBL\"],\"causeClass\":\"FATE\"}")
                .then()
                .statusCode(400);
        String reference = declared("[\"LBL\"]", "");
        patch(reference, "1", "{\"status\":\"CLOSED\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/status"));
        say(Tokens.desk(), reference, """
                {"audience":"USERS","channel":"e-mail","text":"x","at":"2999-01-01T00:00:00Z"}""").then().statusCode(422).body("errors.pointer", contains("/at"));
        as(Tokens.desk())
                .get(ROOT + "?status=LOST")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:status"));
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
    void no_reference_is_given_twice_when_many_declare_at_once() {
        Set<String> references = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 16).parallel().forEach(any -> references.add(declared("[\"LBL\"]", "")));
        assertThat(references).hasSize(16);
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

    private static void refused(String body, String pointer) {
        declare(body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
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

    private static String withoutRequestId(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
