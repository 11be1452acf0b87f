package uk.jointdesk.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** A council sees its own. What is not its own is the same as what does not exist. */
@QuarkusTest
class IsolationTest extends OverHttp {

    private static final String LEWISHAM = Tokens.borough("LBL");
    /** A client of Lewisham that has every role a ticket operation asks for. */
    private static final String LEWISHAMS_DESK =
            Tokens.of("lbl-desk", List.of("service-desk", "incident-manager", "borough-client"), List.of("LBL"));

    @Test
    void nobody_comes_in_without_a_token() {
        for (String path :
                List.of("tickets", "tickets/LBL-0000001", "partners", "imports", "ticket-events", "agreements")) {
            io.restassured.RestAssured.given()
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void another_councils_ticket_answers_on_every_path_as_one_that_does_not_exist() {
        String foreign = opened("LBB", "");
        String unknown = "LBB-9999999";
        List<Function<String, Response>> paths = List.of(
                reference -> as(LEWISHAMS_DESK).get("/api/v1/tickets/" + reference),
                reference -> as(LEWISHAMS_DESK).get("/api/v1/tickets/" + reference + "/timeline"),
                reference -> as(LEWISHAMS_DESK).get("/api/v1/tickets/" + reference + "/sla"),
                reference -> post(reference, "notes", "{\"text\":\"hello\"}"),
                reference -> post(reference, "notes", "{ not json"),
                reference -> post(reference, "transitions", "{\"to\":\"RESOLVED\"}"),
                reference -> post(reference, "transitions", "{ not json"),
                reference -> patch(reference, "{\"title\":\"mine\"}"),
                reference -> patch(reference, "{ not json"));
        for (Function<String, Response> path : paths) {
            Response refused = path.apply(foreign);
            refused.then().statusCode(404).body("code", equalTo("not-found"));
            assertThat(withoutRequestId(refused)).isEqualTo(withoutRequestId(path.apply(unknown)));
        }
        as(Tokens.borough("LBB"))
                .get("/api/v1/tickets/" + foreign)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void a_councils_lists_hold_its_own_tickets_only_whatever_is_asked_for() {
        opened("LBB", "");
        opened("LBL", "");
        open(Tokens.desk(), "{\"type\":\"INCIDENT\",\"priority\":\"P2\",\"title\":\"nobody's\"}")
                .then()
                .statusCode(201);
        for (String query :
                List.of("", "?partner=LBB", "?partner=UNATTRIBUTED", "?sort=dueAt", "?q=printer", "?limit=500")) {
            List<String> partners =
                    as(LEWISHAM).get("/api/v1/tickets" + query).jsonPath().getList("items.partner");
            assertThat(partners).isSubsetOf("LBL", "LH");
        }
        as(Tokens.of("nobody-client", List.of("borough-client"), List.of()))
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void a_desk_speaks_for_itself_only() {
        String lewishamsDesk = Tokens.integration("hornbill-lbl", "LBL");
        send(lewishamsDesk, "hornbill-lbb", "ndjson", "application/x-ndjson", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("source-not-yours"));
        send(lewishamsDesk, "no-such-source", "ndjson", "application/x-ndjson", "{}")
                .then()
                .statusCode(403);
        send(LEWISHAM, "hornbill-lbl", "ndjson", "application/x-ndjson", "{}")
                .then()
                .statusCode(403);
    }

    @Test
    void a_row_for_somebody_elses_partner_is_an_error_and_the_others_go_in() {
        String number = unique("IN");
        JsonPath job = imported(
                Tokens.integration("hornbill-lbl", "LBL"),
                "hornbill-lbl",
                logged(number + "a", "LBB") + "\n" + logged(number + "b", "LBL") + "\n" + logged(number + "c", "XYZ"));
        assertThat(job.getInt("accepted")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(2);
        assertThat(errorCodes(Tokens.integration("hornbill-lbl", "LBL"), job))
                .containsExactly("partner-out-of-scope", "partner-unknown");
    }

    @Test
    void a_desk_cannot_write_to_a_ticket_that_was_handed_to_another_council() {
        String number = unique("IN");
        String desk = Tokens.integration("hornbill-lbl", "LBL");
        imported(desk, "hornbill-lbl", logged(number, "LBL"));
        imported(Tokens.desk(), "hornbill-lbl", """
                {"reference":"%s","event":"PARTNER_CHANGED","partner":"LBS","at":"2021-06-08T08:00:00Z"}""".formatted(number));
        JsonPath job = imported(desk, "hornbill-lbl", """
                {"reference":"%s","event":"RESOLVED","at":"2021-06-09T08:00:00Z"}""".formatted(number));
        assertThat(job.getInt("accepted")).isZero();
        assertThat(errorCodes(desk, job)).containsExactly("ticket-not-yours");
    }

    @Test
    void an_import_is_seen_by_who_sent_it_and_by_who_sees_everybody() {
        String sender = Tokens.integration("hornbill-lbl", "LBL");
        String id =
                imported(sender, "hornbill-lbl", logged(unique("IN"), "LBL")).getString("id");
        as(sender).get("/api/v1/imports/" + id).then().statusCode(200);
        as(Tokens.suite()).get("/api/v1/imports/" + id).then().statusCode(200);
        String other = Tokens.integration("hornbill-lbb", "LBB");
        as(other).get("/api/v1/imports/" + id).then().statusCode(404);
        as(other).get("/api/v1/imports/" + id + "/errors").then().statusCode(404);
        String sameScope = Tokens.integration("other-lbl", "LBL");
        as(sameScope).get("/api/v1/imports/" + id).then().statusCode(404);
        as(other).get("/api/v1/imports/not-an-id").then().statusCode(404);
        assertThat(as(other).get("/api/v1/imports?limit=500").jsonPath().getList("items.id"))
                .doesNotContain(id);
    }

    @Test
    void work_without_a_scope_sees_no_row() throws SQLException {
        String reference = opened("LBL", "");
        imported(Tokens.integration("hornbill-lbl", "LBL"), "hornbill-lbl", "{ bad\n" + logged(unique("IN"), "LBL"));
        for (String table : List.of("ticket", "ticket_event", "note", "import_job", "import_error", "import_chunk")) {
            try (Connection nobody = Database.asTheService();
                    Connection owner = Database.asTheOwner()) {
                assertThat(Database.number(nobody, "select count(*) from " + table))
                        .as(table)
                        .isZero();
                assertThat(Database.number(owner, "select count(*) from " + table))
                        .as("owner of " + table)
                        .isZero();
            }
        }
        String own = "select count(*) from ticket_event where ticket = '" + reference + "'";
        try (Connection brent = Database.asTheService("LBB");
                Connection lewisham = Database.asTheService("LBL");
                Connection everybody = Database.asTheService("*")) {
            assertThat(Database.number(brent, own)).isZero();
            assertThat(Database.number(lewisham, own)).isEqualTo(1);
            assertThat(Database.number(everybody, own)).isEqualTo(1);
        }
    }

    @Test
    void a_row_for_another_council_cannot_be_written_even_by_sql() throws SQLException {
        String foreign = opened("LBB", "");
        try (Connection lewisham = Database.asTheService("LBL")) {
            assertThat(updated(lewisham, "update ticket set title = 'mine' where reference = '" + foreign + "'"))
                    .isZero();
            for (String sql : List.of(
                    "insert into note (id, ticket, held_by, at, author, visibility, text) values"
                            + " (gen_random_uuid(), '" + foreign + "', 'LBL', now(), 'x', 'PUBLIC', 'x')",
                    "insert into ticket_event (ticket, digest, event, at, sequence, recorded_at, recorded_by) values"
                            + " ('" + foreign + "', 'x', 'RESOLVED', now(), 0, now(), 'x')",
                    "insert into ticket (reference, partner, status, ordered_at, reopen_count, sla_state, version) values"
                            + " ('LBB-7777777', 'LBB', 'NEW', now(), 0, 'NO_TARGET', 1)")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Database.execute(lewisham, sql))
                        .withMessageContaining("row-level security");
            }
        }
    }

    @Test
    void what_happened_cannot_be_changed_or_taken_away_even_by_sql() throws SQLException {
        opened("LBL", "");
        try (Connection service = Database.asTheService("*");
                Connection owner = Database.asTheOwner()) {
            for (String sql : List.of(
                    "update ticket_event set at = now()",
                    "delete from ticket_event",
                    "truncate ticket_event",
                    "delete from note")) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Database.execute(service, sql));
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Database.execute(owner, sql))
                        .withMessageContaining("append-only");
            }
        }
    }

    private static String logged(String number, String partner) {
        return """
                {"reference":"%s","partner":"%s","event":"LOGGED","at":"2021-06-07T08:00:00Z","type":"INCIDENT","priority":"P2"}""".formatted(number, partner).strip();
    }

    private static List<String> errorCodes(String token, JsonPath job) {
        return as(token)
                .get("/api/v1/imports/" + job.getString("id") + "/errors")
                .jsonPath()
                .getList("items.code");
    }

    private static int updated(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static Response post(String reference, String path, String body) {
        return as(LEWISHAMS_DESK)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tickets/" + reference + "/" + path);
    }

    private static Response patch(String reference, String body) {
        return as(LEWISHAMS_DESK)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(body)
                .patch("/api/v1/tickets/" + reference);
    }

    private static String withoutRequestId(Response answer) {
        return answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
