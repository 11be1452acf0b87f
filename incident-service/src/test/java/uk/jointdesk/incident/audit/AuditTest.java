package uk.jointdesk.incident.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.incident.Database;
import uk.jointdesk.testkit.Tokens;

/** Who did what, from where, with which client. */
@QuarkusTest
class AuditTest extends TheAuditTrail {

    private static final String LEWISHAM = Tokens.borough("LBL");
    private static final String SOUTHWARK = Tokens.borough("LBS");

    @Test
    void a_write_is_in_the_trail_with_who_what_and_from_where() {
        String request = unique("request");
        String reference = named(LEWISHAM, request)
                .header("X-Forwarded-For", "192.0.2.17")
                .body(ticket("LBL"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        Map<String, Object> entry = only(entries(Tokens.auditor(), "reference=" + reference), request);
        assertThat(entry)
                .containsEntry("outcome", "DONE")
                .containsEntry("method", "POST")
                .containsEntry("path", "/api/v1/tickets")
                .containsEntry("client", "lbl-client")
                .containsEntry("subject", "subject-of-lbl-client")
                .containsEntry("roles", List.of("borough-client"))
                .containsEntry("address", "192.0.2.17")
                .containsEntry("partners", List.of("LBL"));
    }

    @Test
    void what_the_desk_does_to_a_councils_ticket_is_that_councils_to_read_and_no_others() {
        String reference = opened("LBL", "");
        String request = unique("request");
        named(Tokens.desk(), request)
                .body("{\"to\":\"IN_PROGRESS\"}")
                .post("/api/v1/tickets/" + reference + "/transitions")
                .then()
                .statusCode(200);
        named(Tokens.desk(), request + "-note")
                .body("{\"text\":\"on it\"}")
                .post("/api/v1/tickets/" + reference + "/notes")
                .then()
                .statusCode(201);
        assertThat(only(entries(LEWISHAM, "client=desk"), request))
                .containsEntry("path", "/api/v1/tickets/{reference}/transitions")
                .containsEntry("reference", reference)
                .doesNotContainKey("position");
        assertThat(only(entries(LEWISHAM, "client=desk"), request + "-note")).containsEntry("reference", reference);
        assertThat(entries(SOUTHWARK, "reference=" + reference)).isEmpty();
        assertThat(entries(SOUTHWARK, "partner=LBL")).isEmpty();
        assertThat(entries(SOUTHWARK, ""))
                .noneMatch(entry -> !entry.get("partners").equals(List.of("LBS")));
    }

    @Test
    void what_is_done_to_a_major_incident_is_for_every_council_affected_and_names_no_other() {
        String request = unique("request");
        String reference = named(Tokens.desk(), request)
                .body("{\"title\":\"outage\",\"priority\":\"P1\",\"affectedPartners\":[\"LBB\",\"LBL\"]}")
                .post("/api/v1/major-incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        assertThat(only(entries(LEWISHAM, "reference=" + reference), request))
                .containsEntry("partners", List.of("LBL"));
        assertThat(only(entries(Tokens.auditor(), "reference=" + reference), request))
                .containsEntry("partners", List.of("LBB", "LBL"));
        assertThat(entries(SOUTHWARK, "reference=" + reference)).isEmpty();
    }

    @Test
    void a_refused_write_is_in_the_trail_too_and_the_council_that_was_aimed_at_does_not_learn_of_it() {
        String foreign = opened("LBB", "");
        String request = unique("request");
        String lewishamsDesk = Tokens.of("lbl-desk", List.of("service-desk"), List.of("LBL"));
        named(lewishamsDesk, request + "-404")
                .body("{\"to\":\"RESOLVED\"}")
                .post("/api/v1/tickets/" + foreign + "/transitions")
                .then()
                .statusCode(404);
        named(LEWISHAM, request + "-403")
                .body("{\"to\":\"RESOLVED\"}")
                .post("/api/v1/tickets/" + foreign + "/transitions")
                .then()
                .statusCode(403);
        named(LEWISHAM, request + "-422")
                .body("{}")
                .post("/api/v1/tickets")
                .then()
                .statusCode(422);
        for (int status : List.of(404, 403, 422)) {
            assertThat(only(waitedFor(LEWISHAM, request + "-" + status), request + "-" + status))
                    .containsEntry("outcome", "REFUSED")
                    .containsEntry("status", status)
                    .containsEntry("partners", List.of("LBL"));
        }
        assertThat(entries(Tokens.borough("LBB"), "reference=" + foreign))
                .noneMatch(entry -> entry.get("outcome").equals("REFUSED"));
    }

    @Test
    void a_write_without_a_token_is_in_the_trail_as_nobodys() {
        String request = unique("request");
        RestAssured.given()
                .header("X-Request-Id", request)
                .contentType(ContentType.JSON)
                .body(ticket("LBL"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(401);
        assertThat(only(waitedFor(Tokens.auditor(), request), request))
                .containsEntry("outcome", "REFUSED")
                .containsEntry("status", 401)
                .containsEntry("client", "anonymous");
    }

    @Test
    void a_write_that_the_database_did_not_take_is_refused_in_the_trail_and_nowhere_done() {
        String number = unique("IN");
        String body =
                ticket("LBL").replace("}", ",\"source\":{\"system\":\"demo-2018\",\"reference\":\"" + number + "\"}}");
        String request = unique("request");
        named(Tokens.desk(), request + "-first")
                .body(body)
                .post("/api/v1/tickets")
                .then()
                .statusCode(201);
        named(Tokens.desk(), request).body(body).post("/api/v1/tickets").then().statusCode(409);
        assertThat(only(waitedFor(Tokens.auditor(), request), request))
                .containsEntry("outcome", "REFUSED")
                .containsEntry("status", 409);
    }

    @Test
    void a_path_that_nobody_serves_is_not_found_and_no_more() {
        named(LEWISHAM, unique("request"))
                .body("{}")
                .post("/api/v1/no-such-thing")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void who_only_reads_leaves_no_entry() {
        String request = unique("request");
        as(LEWISHAM)
                .header("X-Request-Id", request)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200);
        assertThat(entries(Tokens.auditor(), "client=lbl-client"))
                .noneMatch(entry -> request.equals(entry.get("requestId")));
    }

    @Test
    void the_trail_is_for_the_auditor_and_the_council_and_its_filters_are_checked() {
        as(Tokens.desk()).get("/api/v1/audit").then().statusCode(403);
        as(LEWISHAM).get("/api/v1/audit/verification").then().statusCode(403);
        as(Tokens.of("lbl-auditor", List.of("auditor"), List.of("LBL")))
                .get("/api/v1/audit/verification")
                .then()
                .statusCode(403)
                .body("code", equalTo("partner-not-yours"));
        as(Tokens.auditor())
                .get("/api/v1/audit?from=yesterday")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:from"));
        as(Tokens.auditor())
                .get("/api/v1/audit?cursor=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor-invalid"));
        opened("LBL", "");
        opened("LBL", "");
        JsonPath first = as(Tokens.auditor()).get("/api/v1/audit?limit=1").jsonPath();
        String second = as(Tokens.auditor())
                .queryParam("limit", 1)
                .queryParam("cursor", first.getString("next"))
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        assertThat(second).isNotNull().isNotEqualTo(first.getString("items[0].id"));
    }

    @Test
    void every_entry_is_sealed_and_one_that_was_changed_behind_our_back_is_found() throws SQLException {
        String reference = opened("LBL", "");
        String id = sealedEntryOf(reference);
        JsonPath before = verification();
        assertThat(before.getBoolean("intact")).isTrue();
        assertThat(before.getString("head")).hasSize(64);
        forge("update audit_entry set client = 'somebody' where id = '" + id + "'");
        try {
            JsonPath forged = verification();
            assertThat(forged.getBoolean("intact")).isFalse();
            assertThat(forged.getLong("brokenAt")).isPositive();
        } finally {
            forge("update audit_entry set client = 'desk' where id = '" + id + "'");
        }
        assertThat(verification().getBoolean("intact")).isTrue();
    }

    @Test
    void no_entry_can_be_changed_or_taken_away_by_sql() throws SQLException {
        opened("LBL", "");
        try (Connection service = Database.asTheService("*");
                Connection owner = Database.asTheOwner()) {
            for (String sql : List.of(
                    "update audit_entry set client = 'x'",
                    "delete from audit_entry",
                    "update audit_seal set hash = ''",
                    "delete from audit_seal")) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Database.execute(service, sql));
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Database.execute(owner, sql))
                        .withMessageContaining("append-only");
            }
        }
        try (Connection nobody = Database.asTheService()) {
            assertThat(Database.number(nobody, "select count(*) from audit_entry"))
                    .isZero();
        }
    }

    private static String ticket(String partner) {
        return "{\"partner\":\"%s\",\"type\":\"INCIDENT\",\"priority\":\"P3\",\"title\":\"audited\"}"
                .formatted(partner);
    }

    private static String sealedEntryOf(String reference) {
        for (int look = 0; look < 100; look++) {
            Map<String, Object> entry =
                    entries(Tokens.auditor(), "reference=" + reference).get(0);
            if (entry.get("hash") != null && entry.get("position") != null) {
                return (String) entry.get("id");
            }
            pause(100);
        }
        throw new AssertionError("not sealed: " + reference);
    }

    private static JsonPath verification() {
        return as(Tokens.auditor())
                .get("/api/v1/audit/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What only who owns the tables could do, and only by taking the locks off first. */
    private static void forge(String sql) throws SQLException {
        try (Connection owner = Database.asTheOwner()) {
            Database.execute(owner, "alter table audit_entry disable trigger user");
            Database.execute(owner, "alter table audit_entry no force row level security");
            Database.execute(owner, sql);
            Database.execute(owner, "alter table audit_entry force row level security");
            Database.execute(owner, "alter table audit_entry enable trigger user");
        }
    }
}
