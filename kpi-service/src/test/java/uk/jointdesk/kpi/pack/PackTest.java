package uk.jointdesk.kpi.pack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.domain.Seal;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class PackTest {

    @Inject
    Autumn2018 autumn;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_pack_goes_from_draft_to_review_and_back_is_cleared_and_published_by_who_has_not_written_it() {
        String id = Packs.drafted("PUBLIC", Packs.SECTIONS);
        Packs.post(Tokens.performance(), "/" + id + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        Packs.post(Tokens.board(), "/" + id + "/review", "{\"to\":\"DRAFT\",\"comment\":\"say why P2 fell\"}")
                .then()
                .statusCode(200);
        Packs.post(Tokens.performance(), "/" + id + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        Packs.post(Tokens.board(), "/" + id + "/review", "{\"to\":\"CLEARED\",\"clearedBy\":\"FINANCE\"}")
                .then()
                .statusCode(200);
        JsonPath published = Packs.post(Tokens.board(), "/" + id + "/publication", "")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(published.getString("state")).isEqualTo("PUBLISHED");
        assertThat(published.getList("steps.step"))
                .containsExactly("DRAFTED", "SUBMITTED", "RETURNED", "SUBMITTED", "CLEARED", "PUBLISHED");
        assertThat(published.getList("steps.draft")).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(published.getMap("steps[5].by")).isEqualTo(Map.of("client", "board", "subject", "subject-of-board"));
        assertThat(Packs.json(Tokens.board(), "/" + id + ".json").getList("history.role"))
                .contains("FINANCE", "board-member")
                .doesNotContain("board", "performance");
    }

    @Test
    void the_ending_of_a_file_wins_over_what_the_caller_accepts() {
        String id = Packs.drafted("PUBLIC", Packs.SECTIONS);
        Map<String, String> types = Map.of(
                ".json", "application/json", ".html", "text/html", ".csv", "text/csv", ".pdf", "application/pdf");
        types.forEach((ending, type) -> given().auth()
                .oauth2(Tokens.performance())
                .accept("application/vnd.ms-excel")
                .get("/api/v1/packs/" + id + ending)
                .then()
                .statusCode(200)
                .contentType(org.hamcrest.Matchers.startsWith(type)));
    }

    @Test
    void who_wrote_a_pack_does_not_approve_it() {
        String both = Tokens.of("both", List.of("performance-analyst", "board-member"), List.of("*"));
        String id = Packs.post(both, "", Packs.plan("Mine", "BOARD", Packs.SECTIONS))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Packs.post(both, "/" + id + "/review", "{\"to\":\"REVIEW\"}").then().statusCode(200);
        refused(Packs.post(both, "/" + id + "/publication", ""), 403, "approver-is-author");
        refused(Packs.post(Tokens.performance(), "/" + id + "/publication", ""), 403, "not-allowed");
        Packs.post(Tokens.board(), "/" + id + "/publication", "").then().statusCode(200);
    }

    @Test
    void the_autumn_of_2018_in_a_pack_is_what_the_board_pack_of_february_2019_printed() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        JsonPath pack = Packs.json(Tokens.board(), "/" + id + ".json");
        assertThat(value(pack, "compliance/P2/LBL/2018-10")).isEqualTo("44.74");
        assertThat(value(pack, "compliance/P2/LBL/2018-11")).isEqualTo("62.07");
        assertThat(value(pack, "compliance/P2/LBL/2018-12")).isEqualTo("78.95");
        assertThat(value(pack, "compliance/P2/LBL/2018-10..2018-12")).isEqualTo("58.14");
        assertThat(value(pack, "compliance/P2/LBL/meanOfMonths")).isEqualTo("61.92");
        assertThat(cell(pack, "compliance/P2/LBL/2018-10")).satisfies(cell -> {
            assertThat(cell).containsEntry("definition", "compliance/1");
            assertThat(cell.get("amount"))
                    .extracting("numerator", "denominator")
                    .containsExactly(17, 38);
            assertThat(cell.get("verdict")).extracting("rag").isEqualTo("RED");
        });
        assertThat(pack.getString("sections[1].definitions[0].text")).startsWith("Tickets resolved in the period");
    }

    @Test
    void a_published_pack_is_read_again_to_the_same_bytes_in_every_form() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        for (String form : List.of("json", "html", "csv", "xlsx", "pdf")) {
            byte[] first = bytes(id, form, "");
            assertThat(bytes(id, form, "")).as(form).isEqualTo(first);
            assertThat(first.length).as(form).isGreaterThan(1_000);
        }
        assertThat(bytes(id, "pdf", "")).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anybody_can_check_digest_and_signature_with_nothing_but_a_jdk() throws GeneralSecurityException {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        for (String audience : List.of("PUBLIC", "BOARD", "EXEMPT")) {
            byte[] bytes = bytes(id, "json", "?audience=" + audience);
            JsonPath proof = Packs.json(Tokens.auditor(), "/" + id + "/signature?audience=" + audience);
            assertThat(Packs.json(Tokens.auditor(), "/" + id + "/digest?audience=" + audience)
                            .getString("digest"))
                    .isEqualTo(Seal.digest(bytes))
                    .isEqualTo(proof.getString("digest"));
            String key = Packs.json(Tokens.auditor(), "/keys")
                    .getString("items.find { it.keyId == '" + proof.getString("keyId") + "' }.publicKey");
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            check.update(bytes);
            assertThat(check.verify(Base64.getDecoder().decode(proof.getString("signature"))))
                    .isTrue();
        }
    }

    @Test
    void a_pack_whose_parts_do_not_add_up_is_not_published_and_the_cells_are_named() {
        String wrong = Packs.inReview("BOARD", "[{\"source\":\"planted\",\"options\":{\"wrong\":\"true\"}}]");
        var answer = Packs.post(Tokens.board(), "/" + wrong + "/publication", "");
        refused(answer, 409, "parts-do-not-add-up");
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("cell:planted/ALL");
        assertThat(Packs.json(Tokens.board(), "/" + wrong).getString("state")).isEqualTo("REVIEW");
        Packs.published("BOARD", "[{\"source\":\"planted\",\"options\":{\"wrong\":\"false\"}}]");
    }

    @Test
    void only_a_draft_is_changed_and_only_from_the_version_its_author_read() {
        String id = Packs.drafted("BOARD", Packs.SECTIONS);
        String change = "{\"title\":\"Winter 2018\",\"compareFrom\":null,\"compareTo\":null}";
        assertThat(patch(id, null, change).statusCode()).isEqualTo(428);
        assertThat(patch(id, "\"7\"", change).statusCode()).isEqualTo(412);
        var changed = patch(id, "\"1\"", change);
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
        assertThat(changed.jsonPath().getString("title")).isEqualTo("Winter 2018");
        assertThat(changed.jsonPath().getString("plan.compareFrom")).isNull();
        assertThat(changed.jsonPath().getList("plan.sections")).hasSize(5);
        Packs.post(Tokens.performance(), "/" + id + "/review", "{\"to\":\"REVIEW\"}")
                .then()
                .statusCode(200);
        refused(patch(id, "\"3\"", change), 409, "pack-not-draft");
        given().auth()
                .oauth2(Tokens.performance())
                .header("If-Match", "\"3\"")
                .delete("/api/v1/packs/" + id)
                .then()
                .statusCode(409);
        String gone = Packs.drafted("BOARD", Packs.SECTIONS);
        given().auth()
                .oauth2(Tokens.performance())
                .header("If-Match", "\"1\"")
                .delete("/api/v1/packs/" + gone)
                .then()
                .statusCode(204);
        assertThat(Packs.get(Tokens.performance(), "/" + gone).statusCode()).isEqualTo(404);
    }

    @Test
    void the_contract_performance_notice_comes_from_the_cells_of_the_pack() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        JsonPath notice = Packs.json(Tokens.finance(), "/" + id + "/contract-performance-notice");
        assertThat(notice.getString("noticeType")).isEqualTo("UK9");
        assertThat(notice.getList("keyPerformanceIndicators.code"))
                .containsExactly("RESOLUTION-P1", "RESOLUTION-P2", "RESOLUTION-P3", "RESOLUTION-P4");
        JsonPath pack = Packs.json(Tokens.board(), "/" + id + ".json?audience=PUBLIC");
        assertThat(notice.getString("keyPerformanceIndicators[1].result"))
                .isEqualTo(value(pack, "compliance/P2/ALL/2018-10..2018-12"));
        assertThat(notice.getString("keyPerformanceIndicators[1].rating")).isEqualTo("INADEQUATE");
        assertThat(notice.getList("unmet")).isEmpty();
        String draft = Packs.drafted("PUBLIC", Packs.SECTIONS);
        refused(Packs.get(Tokens.board(), "/" + draft + "/contract-performance-notice"), 409, "pack-not-published");
    }

    @Test
    void a_write_that_is_sent_twice_happens_once() {
        String plan = Packs.plan("Once", "BOARD", Packs.SECTIONS);
        String key = "packs-once-" + System.nanoTime();
        String first = once(key, plan);
        assertThat(once(key, plan)).isEqualTo(first);
    }

    private static String once(String key, String plan) {
        return given().auth()
                .oauth2(Tokens.performance())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(plan)
                .post("/api/v1/packs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] bytes(String id, String form, String query) {
        return Packs.get(Tokens.board(), "/" + id + "." + form + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static io.restassured.response.Response patch(String id, String ifMatch, String body) {
        var request = given().auth()
                .oauth2(Tokens.performance())
                .contentType(ContentType.JSON)
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/api/v1/packs/" + id);
    }

    private static void refused(io.restassured.response.Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    private static Map<String, Object> cell(JsonPath pack, String id) {
        return pack.getMap("sections.tables.rows.cells.flatten().find { it != null && it.id == '" + id + "' }");
    }

    private static String value(JsonPath pack, String id) {
        return (String) ((Map<?, ?>) cell(pack, id).get("amount")).get("value");
    }
}
