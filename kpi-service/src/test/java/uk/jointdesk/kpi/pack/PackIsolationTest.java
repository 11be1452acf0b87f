package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

/** A council reads what is published to the public, with its own rows; drafts are for who works on packs. */
@QuarkusTest
class PackIsolationTest {

    private static final List<String> FORMS = List.of("json", "html", "csv", "xlsx", "pdf");

    @Inject
    Autumn2018 autumn;

    @Inject
    ScopedDb db;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_councils_copy_holds_its_own_rows_no_total_no_ticket_and_nobody_elses() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        JsonPath copy = Packs.json(Tokens.borough("LBL"), "/" + id + ".json");
        List<Map<String, Object>> cells = copy.getList("sections.tables.rows.cells.flatten().findAll { it != null }");
        assertThat(cells).isNotEmpty().allSatisfy(cell -> assertThat((Map<?, ?>) cell.get("at"))
                .extracting("partner")
                .isEqualTo("LBL"));
        assertThat(copy.getString("heading.partner")).isEqualTo("LBL");
        for (String form : List.of("json", "html", "csv")) {
            String text = new String(bytes(Tokens.borough("LBL"), id, form), StandardCharsets.UTF_8);
            assertThat(text).as(form).doesNotContain("LBS", "LBB", "LBL-10", "in dispute", "/UNATTRIBUTED/", "/ALL/");
        }
    }

    @Test
    void a_councils_copy_of_every_section_says_nothing_of_anybody_else_and_nothing_that_is_exempt() {
        String id = Packs.published("PUBLIC", Packs.EVERYTHING);
        JsonPath copy = Packs.json(Tokens.borough("LBL"), "/" + id + ".json");
        List<Map<String, Object>> cells = copy.getList("sections.tables.rows.cells.flatten().findAll { it != null }");
        assertThat(cells).isNotEmpty().allSatisfy(cell -> assertThat((Map<?, ?>) cell.get("at"))
                .extracting("partner")
                .isEqualTo("LBL"));
        assertThat(copy.getList("sections.source")).doesNotContain("service-points");
        for (String form : List.of("json", "html", "csv")) {
            String text = new String(bytes(Tokens.borough("LBL"), id, form), StandardCharsets.UTF_8);
            assertThat(text).as(form).doesNotContain("LBS", "LBB", "LBL-10", "/UNATTRIBUTED/", "/ALL/", "IMT_KPI");
        }
        String open =
                Packs.get(Tokens.board(), "/" + id + ".json?audience=PUBLIC").asString();
        assertThat(open).contains("IAA_P2").doesNotContain("IMT_KPI", "p1-durations/list");
        assertThat(Packs.get(Tokens.board(), "/" + id + ".json?audience=BOARD").asString())
                .contains("IMT_KPI", "p1-durations/list")
                .doesNotContain("service-points/imt");
    }

    @Test
    void tickets_per_partner_stay_with_the_board_where_the_plan_says_so() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        JsonPath open = Packs.json(Tokens.board(), "/" + id + ".json?audience=PUBLIC");
        String volumes = "sections.find { it.source == 'volumes' }";
        assertThat(open.getList(volumes + ".tables.rows.cells.flatten().findAll { it != null }.at.partner"))
                .isNotEmpty()
                .containsOnly("ALL");
        assertThat(open.getInt(volumes + ".withheld")).isPositive();
        JsonPath board = Packs.json(Tokens.board(), "/" + id + ".json?audience=BOARD");
        assertThat(board.getList(volumes + ".tables.rows.cells.flatten().findAll { it != null }.at.partner"))
                .contains("LBB", "LBL", "LBS", "ALL");
        assertThat(Packs.json(Tokens.borough("LBL"), "/" + id + ".json").getList(volumes + ".tables"))
                .isNull();
    }

    @Test
    void what_is_not_public_is_answered_to_a_council_as_what_does_not_exist() {
        String draft = Packs.drafted("PUBLIC", Packs.SECTIONS);
        String review = Packs.inReview("PUBLIC", Packs.SECTIONS);
        String board = Packs.published("BOARD", Packs.SECTIONS);
        String open = Packs.published("PUBLIC", Packs.SECTIONS);
        for (String token : List.of(Tokens.borough("LBL"), Tokens.desk(), Tokens.suite())) {
            String unknown = told(token, "/no-such-pack");
            for (String id : List.of(draft, review, board)) {
                assertThat(told(token, "/" + id)).isEqualTo(unknown);
                for (String form : FORMS) {
                    assertThat(Packs.get(token, "/" + id + "." + form).statusCode())
                            .as(form)
                            .isEqualTo(404);
                }
                assertThat(Packs.get(token, "/" + id + "/digest").statusCode()).isEqualTo(404);
                assertThat(Packs.get(token, "/" + id + "/signature").statusCode())
                        .isEqualTo(404);
            }
            assertThat(Packs.get(token, "/" + open + ".json?audience=BOARD").statusCode())
                    .isEqualTo(404);
            assertThat(Packs.json(token, "?limit=500").getList("items.id"))
                    .contains(open)
                    .doesNotContain(draft, review, board);
            assertThat(Packs.json(token, "/" + open).getMap("")).doesNotContainKeys("plan", "steps", "author");
        }
    }

    @Test
    void a_councils_copy_is_signed_as_its_own() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        byte[] bytes = bytes(Tokens.borough("LBL"), id, "json");
        JsonPath digest = Packs.json(Tokens.borough("LBL"), "/" + id + "/digest");
        assertThat(digest.getString("digest")).isEqualTo(uk.jointdesk.kpi.pack.domain.Seal.digest(bytes));
        assertThat(digest.getString("partner")).isEqualTo("LBL");
        assertThat(Packs.json(Tokens.borough("LBS"), "/" + id + "/digest").getString("digest"))
                .isNotEqualTo(digest.getString("digest"));
        assertThat(Packs.get(Tokens.borough("LBL"), "/" + id + "/tickets?cell=compliance/P2/LBL/2018-10")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_analyst_of_one_council_makes_no_packs_and_sees_no_drafts() {
        String lewishams = Tokens.of("lbl-analyst", List.of("performance-analyst"), List.of("LBL"));
        String draft = Packs.drafted("PUBLIC", Packs.SECTIONS);
        assertThat(Packs.post(lewishams, "", Packs.plan("x", "PUBLIC", Packs.SECTIONS))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Packs.get(lewishams, "/" + draft).statusCode()).isEqualTo(404);
        assertThat(Packs.get(lewishams, "/" + draft + ".json").statusCode()).isEqualTo(404);
    }

    @Test
    void without_a_token_nothing_and_without_a_role_nothing() {
        for (String path : List.of("", "/x", "/x.json", "/x.pdf", "/x/digest", "/x/signature", "/keys", "/x/tickets")) {
            assertThat(RestAssured.get("/api/v1/packs" + path).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(Packs.get(Tokens.integration("hornbill-lbl", "LBL"), path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void the_database_itself_gives_a_council_its_copy_and_no_plan_and_changes_nothing_that_is_published() {
        String id = Packs.published("PUBLIC", Packs.SECTIONS);
        PartnerScope lewisham = PartnerScope.of(List.of("LBL"));
        assertThat(partners(lewisham, id)).containsExactly("LBL");
        assertThat(partners(PartnerScope.NONE, id)).isEmpty();
        assertThat(partners(PartnerScope.ALL, id)).contains("*", "LBB", "LBL", "LBS");
        for (String table : List.of("pack_plan", "pack_step", "pack_publication", "pack_key", "restatement")) {
            assertThat(count(lewisham, table)).as(table).isZero();
            assertThat(count(PartnerScope.NONE, table)).as(table).isZero();
        }
        for (String change : List.of(
                "update pack set title = 'x' where id = :id",
                "delete from pack where id = :id",
                "update pack_document set digest = 'x' where pack = :id",
                "delete from pack_document where pack = :id",
                "update pack_step set role = 'x' where pack = :id",
                "delete from pack_publication where pack = :id")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> db.as(PartnerScope.ALL)
                            .run(handle ->
                                    handle.createUpdate(change).bind("id", id).execute()))
                    .as(change)
                    .isInstanceOf(UnableToExecuteStatementException.class);
        }
    }

    private static String told(String token, String path) {
        var answer = Packs.get(token, path);
        assertThat(answer.statusCode()).isEqualTo(404);
        return answer.jsonPath().getString("code") + answer.jsonPath().getString("detail");
    }

    private static byte[] bytes(String token, String id, String form) {
        return Packs.get(token, "/" + id + "." + form)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private List<String> partners(PartnerScope scope, String id) {
        return db.as(scope)
                .read(handle -> handle.createQuery("select distinct partner from pack_document where pack = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private long count(PartnerScope scope, String table) {
        return db.as(scope).read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }
}
