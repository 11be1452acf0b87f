package uk.jointdesk.incident.majorincident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Incidents that are led as one: what is on record, who may declare them, and who sees what of them. */
@QuarkusTest
class MajorIncidentTest extends MajorIncidents {

    private static final String LEWISHAM = Tokens.borough("LBL");
    private static final String SOUTHWARK = Tokens.borough("LBS");
    private static final String SOUTHWARKS_DESK =
            Tokens.of("lbs-desk", List.of("service-desk", "incident-manager"), List.of("LBS"));

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
    void how_many_tickets_others_have_shows_in_no_version_and_no_audit_trail() {
        String reference = declared("[\"LBB\",\"LBL\"]", "");
        String before = as(LEWISHAM).get(ROOT + "/" + reference).header("ETag");
        json(Tokens.desk())
                .body("{\"ticket\":\"" + opened("LBB", "") + "\"}")
                .post(ROOT + "/" + reference + "/tickets")
                .then()
                .statusCode(200);
        as(LEWISHAM).get(ROOT + "/" + reference).then().header("ETag", equalTo(before));
        as(LEWISHAM).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(1));
        as(Tokens.auditor()).get("/api/v1/audit?reference=" + reference).then().body("items", hasSize(2));
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
                {"audience":"USERS","channel":"e-mail","text":"x","at":"2199-01-01T00:00:00Z"}""").then().statusCode(422).body("errors.pointer", contains("/at"));
        as(Tokens.desk())
                .get(ROOT + "?status=LOST")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:status"));
    }

    @Test
    void no_reference_is_given_twice_when_many_declare_at_once() {
        Set<String> references = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 16).parallel().forEach(any -> references.add(declared("[\"LBL\"]", "")));
        assertThat(references).hasSize(16);
    }

    private static void refused(String body, String pointer) {
        declare(body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    private static String withoutRequestId(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
