package uk.jointdesk.kpi.restatement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.Packs;
import uk.jointdesk.kpi.suite.Stage;
import uk.jointdesk.kpi.suite.Told;
import uk.jointdesk.testkit.Tokens;

/** Published figures that later facts change: entered, decided, brought out again; and what was published stays. */
@QuarkusTest
class RestatementTest {

    private static final String SECTIONS = "[{\"source\":\"compliance\"},{\"source\":\"definitions\"}]";

    @Inject
    Stage stage;

    @Test
    void a_correction_after_publication_is_entered_with_old_and_new_counts_and_its_cause_and_the_pack_stays() {
        Month month = new Month("2040-03", "RA");
        stage.play(month.two().lines());
        String pack = published(month);
        byte[] before = bytes(pack);
        assertThat(scan(pack)).isEmpty();
        stage.play(List.of(reopened("RA-2", month)));
        String entry = scan(pack).get(0);
        assertThat(scan(pack)).as("the same finding is entered once").isEmpty();
        JsonPath found = json("/" + entry);
        assertThat(found.getString("status")).isEqualTo("OPEN");
        Map<String, Object> cell = found.getMap("changes.find { it.cell == 'compliance/P2/LBS/" + month.name + "' }");
        assertThat(cell.get("before")).extracting("numerator", "denominator").containsExactly(1, 2);
        assertThat(cell.get("now")).extracting("numerator", "denominator").containsExactly(1, 1);
        assertThat(cell.get("before")).extracting("rag").isEqualTo("RED");
        assertThat(cell.get("now")).extracting("rag").isEqualTo("GREEN");
        assertThat((List<?>) cell.get("tickets")).singleElement().satisfies(ticket -> assertThat(ticket)
                .extracting("ticket", "was", "is")
                .containsExactly("RA-2", "DENOMINATOR_ONLY", "NOWHERE"));
        assertThat(found.getList("changes.tickets.causes.kind.flatten()")).contains("REOPENED");
        assertThat(found.getInt("effect.judgements")).isPositive();
        assertThat(found.getList("changes.cell")).contains("compliance/P2/ALL/" + month.name);
        assertThat(bytes(pack)).isEqualTo(before);
    }

    @Test
    void approved_a_new_edition_marks_what_was_restated_and_leaves_the_old_one_to_the_byte() {
        Month month = new Month("2040-05", "RB");
        stage.play(month.two().lines());
        String pack = published(month);
        byte[] before = bytes(pack);
        stage.play(List.of(reopened("RB-2", month)));
        String entry = scan(pack).get(0);
        decide(Tokens.board(), entry, "APPROVED", "the ticket was opened again")
                .then()
                .statusCode(200);
        String edition = json("/" + entry).getString("restatedPack");
        JsonPath restated = Packs.json(Tokens.board(), "/" + edition + ".json");
        assertThat(restated.getInt("heading.edition")).isEqualTo(2);
        assertThat(restated.getString("heading.restates")).isEqualTo(pack);
        assertThat(restated.getMap("sections.tables.rows.cells.flatten().find { it.id == 'compliance/P2/LBS/"
                        + month.name + "' }"))
                .satisfies(cell -> {
                    assertThat(cell.get("formerly"))
                            .extracting("numerator", "denominator")
                            .containsExactly(1, 2);
                    assertThat(cell.get("amount"))
                            .extracting("numerator", "denominator")
                            .containsExactly(1, 1);
                });
        assertThat(Packs.get(Tokens.board(), "/" + edition + ".html").asString())
                .contains("(R)", "formerly 50.00%");
        assertThat(Packs.json(Tokens.board(), "/" + pack).getString("restatedBy"))
                .isEqualTo(edition);
        assertThat(bytes(pack)).isEqualTo(before);
        assertThat(Packs.get(Tokens.borough("LBS"), "/" + edition + ".json").statusCode())
                .isEqualTo(200);
        refused(decide(Tokens.board(), entry, "REJECTED", "no"), 409, "restatement-decided");
    }

    @Test
    void rejected_the_same_finding_is_not_entered_again_and_a_further_one_is() {
        Month month = new Month("2040-08", "RC");
        stage.play(month.two().lines());
        String pack = published(month);
        stage.play(List.of(reopened("RC-2", month)));
        String entry = scan(pack).get(0);
        decide(Tokens.board(), entry, "REJECTED", "within the revisions policy")
                .then()
                .statusCode(200);
        assertThat(scan(pack)).isEmpty();
        stage.play(List.of(reopened("RC-1", month)));
        assertThat(scan(pack)).hasSize(1).doesNotContain(entry);
        assertThat(json("/" + entry).getString("status")).isEqualTo("REJECTED");
    }

    @Test
    void a_finding_that_facts_have_overtaken_is_superseded_and_cannot_be_approved() {
        Month month = new Month("2040-10", "RD");
        stage.play(month.two().lines());
        String pack = published(month);
        stage.play(List.of(reopened("RD-2", month)));
        String first = scan(pack).get(0);
        stage.play(List.of(reopened("RD-1", month)));
        refused(decide(Tokens.board(), first, "APPROVED", "x"), 409, "restatement-outdated");
        String second = scan(pack).get(0);
        assertThat(json("/" + first).getString("status")).isEqualTo("SUPERSEDED");
        assertThat(json("?pack=" + pack + "&status=OPEN").getList("items.id")).containsExactly(second);
    }

    @Test
    void a_scan_compares_only_packs_that_a_new_fact_could_concern() {
        Month old = new Month("2041-02", "RE");
        stage.play(old.two().lines());
        String pack = published(old);
        scanAll();
        stage.play(Told.resolved("RF-1", "LBS", "P2", "2041-07-01T08:00:00Z", "2041-07-01T09:00:00Z")
                .lines());
        assertThat(scanAll().getList("compared")).doesNotContain(pack);
        stage.play(List.of(reopened("RE-2", old)));
        assertThat(scanAll().getList("compared")).contains(pack);
        assertThat(scanAll().getList("compared")).as("nothing new").isEmpty();
    }

    @Test
    void the_register_is_for_who_works_on_packs_and_is_decided_by_who_has_not_written_them() {
        Month month = new Month("2041-09", "RG");
        stage.play(month.two().lines());
        String pack = published(month);
        stage.play(List.of(reopened("RG-2", month)));
        String entry = scan(pack).get(0);
        assertThat(get(Tokens.borough("LBS"), "/" + entry).statusCode()).isEqualTo(403);
        assertThat(get(Tokens.auditor(), "/" + entry).statusCode()).isEqualTo(200);
        String lewishams = Tokens.of("lbl-board", List.of("board-member"), List.of("LBL"));
        assertThat(get(lewishams, "/" + entry).statusCode()).isEqualTo(404);
        assertThat(get(lewishams, "").jsonPath().getList("items")).isEmpty();
        refused(decide(Tokens.performance(), entry, "APPROVED", "x"), 403, "not-allowed");
        String author = Tokens.of("performance", List.of("board-member"), List.of("*"));
        refused(decide(author, entry, "APPROVED", "x"), 403, "approver-is-author");
        refused(decide(Tokens.board(), "nothing", "APPROVED", "x"), 404, "not-found");
        refused(decide(Tokens.board(), entry, "APPROVED", " "), 422, "body-invalid");
        refused(get(Tokens.board(), "?status=LOST"), 400, "parameter-invalid");
        refused(get(Tokens.board(), "?cursor=x"), 400, "cursor-invalid");
        assertThat(given().get("/api/v1/restatements").statusCode()).isEqualTo(401);
    }

    /** A month nobody else plays in, with two P2 tickets of Southwark: one in time, one not. */
    private record Month(String name, String prefix) {
        Two two() {
            return new Two(List.of(
                    Told.resolved(prefix + "-1", "LBS", "P2", name + "-05T08:00:00Z", name + "-05T09:00:00Z"),
                    Told.resolved(prefix + "-2", "LBS", "P2", name + "-05T08:00:00Z", name + "-09T17:30:00Z")));
        }
    }

    private record Two(List<Told> tickets) {
        List<String> lines() {
            return tickets.stream().flatMap(ticket -> ticket.lines().stream()).toList();
        }
    }

    /** One line more about a ticket that has been told of. */
    private static String reopened(String ticket, Month month) {
        Told more = Told.of(ticket)
                .then("LOGGED", month.name + "-05T08:00:00Z")
                .then("RESOLVED", month.name + "-05T08:00:00Z")
                .then("REOPENED", month.name + "-20T08:00:00Z");
        return more.lines().get(2);
    }

    private static String published(Month month) {
        String plan = Packs.plan("Month " + month.name, "PUBLIC", SECTIONS)
                .replace(
                        "\"from\":\"2018-10\",\"to\":\"2018-12\"",
                        "\"from\":\"%1$s\",\"to\":\"%1$s\"".formatted(month.name))
                .replace("\"compareFrom\":\"2018-09\",\"compareTo\":\"2018-09\",", "");
        String id = Packs.post(Tokens.performance(), "", plan)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Packs.post(Tokens.performance(), "/" + id + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        Packs.post(Tokens.board(), "/" + id + "/publication", "").then().statusCode(200);
        return id;
    }

    private static List<String> scan(String pack) {
        return scanned("?pack=" + pack).getList("found");
    }

    private static JsonPath scanAll() {
        return scanned("");
    }

    private static JsonPath scanned(String query) {
        return given().auth()
                .oauth2(Tokens.performance())
                .post("/api/v1/restatements/scan" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response decide(String token, String id, String decision, String reason) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"%s\",\"reason\":\"%s\"}".formatted(decision, reason))
                .post("/api/v1/restatements/" + id + "/decision");
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get("/api/v1/restatements" + path);
    }

    private static JsonPath json(String path) {
        return get(Tokens.board(), path).then().statusCode(200).extract().jsonPath();
    }

    private static byte[] bytes(String pack) {
        return Packs.get(Tokens.board(), "/" + pack + ".json")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
