package uk.jointdesk.kpi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** What cannot be read or done is refused with the place of the fault. */
@QuarkusTest
class PackBadInputTest {

    private static final String GOOD = Packs.plan("Bad input", "BOARD", "[{\"source\":\"backlog\"}]");

    @Test
    void a_plan_that_cannot_be_compiled_is_refused_by_field() {
        Map.of(
                        "\"title\":\"Bad input\"", "/title>\"title\":\" \"",
                        "\"from\":\"2018-10\"", "/from>\"from\":\"October\"",
                        "\"to\":\"2018-12\"", "/to>\"to\":\"2018-09\"",
                        "\"compareTo\":\"2018-09\"", "/compareTo>\"compareTo\":\"2018-13\"",
                        "\"source\":\"backlog\"", "/sections/0/source>\"source\":\"weather\"",
                        "{\"source\":\"backlog\"}",
                                "/sections/1/source>{\"source\":\"backlog\"},{\"source\":\"backlog\"}",
                        "[{\"source\":\"backlog\"}]", "/sections>[]",
                        "ocds-h6vhtk-04abc1", "/contract/ocid>not an id",
                        "\"inadequateBelow\":\"60\"", "/contract/inadequateBelow>\"inadequateBelow\":\"160\"")
                .forEach((good, bad) -> {
                    String pointer = bad.substring(0, bad.indexOf('>'));
                    String body = GOOD.replace(good, bad.substring(bad.indexOf('>') + 1));
                    assertThat(body).as(good).isNotEqualTo(GOOD);
                    Response answer = Packs.post(Tokens.performance(), "", body);
                    assertThat(answer.statusCode()).as(bad + answer.asString()).isEqualTo(422);
                    assertThat(answer.jsonPath().getList("errors.pointer"))
                            .as(bad)
                            .contains(pointer);
                });
    }

    @Test
    void options_are_those_of_the_section_in_their_own_words() {
        String sections = "[{\"source\":\"compliance\",\"options\":{\"periodicity\":\"WEEK\",\"colour\":\"blue\"}}]";
        Response answer = Packs.post(Tokens.performance(), "", Packs.plan("x", "BOARD", sections));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/sections/0/options/periodicity", "/sections/0/options/colour");
    }

    @Test
    void what_is_no_plan_at_all_is_malformed() {
        refused(Packs.post(Tokens.performance(), "", "{"), 400, "body-malformed");
        refused(Packs.post(Tokens.performance(), "", "null"), 400, "body-malformed");
        refused(Packs.post(Tokens.performance(), "", GOOD.replace("\"body\"", "\"boddy\"")), 400, "body-malformed");
        refused(Packs.post(Tokens.performance(), "", GOOD.replace("\"BOARD\"", "\"EVERYONE\"")), 400, "body-malformed");
    }

    @Test
    void steps_start_from_where_the_pack_is() {
        String id = Packs.drafted("BOARD", "[{\"source\":\"backlog\"}]");
        refused(Packs.post(Tokens.board(), "/" + id + "/publication", ""), 409, "pack-state");
        refused(review(id, "{\"to\":\"DRAFT\",\"comment\":\"x\"}"), 409, "pack-state");
        refused(review(id, "{\"to\":\"CLEARED\",\"clearedBy\":\"LEGAL\"}"), 409, "pack-state");
        refused(review(id, "{}"), 422, "body-invalid");
        refused(review(id, "{\"to\":\"SHREDDER\"}"), 400, "body-malformed");
        review(id, "{\"to\":\"REVIEW\"}").then().statusCode(200);
        Response uncommented = review(id, "{\"to\":\"DRAFT\"}");
        refused(uncommented, 422, "body-invalid");
        assertThat(uncommented.jsonPath().getString("errors[0].pointer")).isEqualTo("/comment");
        refused(review(id, "{\"to\":\"CLEARED\"}"), 422, "body-invalid");
        refused(Packs.get(Tokens.board(), "/" + id + "/digest"), 409, "pack-not-published");
        refused(Packs.get(Tokens.board(), "/" + id + "/signature"), 409, "pack-not-published");
    }

    @Test
    void queries_that_cannot_be_read_are_refused_by_name() {
        Map.of(
                        "?state=LOST", "query:state",
                        "?limit=0", "query:limit",
                        "?cursor=garbage", "query:cursor",
                        "/x.json?audience=ALL", "query:audience",
                        "/x/tickets", "query:cell")
                .forEach((path, pointer) -> {
                    Response answer = Packs.get(Tokens.board(), path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
                });
        assertThat(Packs.get(Tokens.board(), "/x.docx").statusCode()).isEqualTo(404);
    }

    private static Response review(String id, String body) {
        return Packs.post(Tokens.board(), "/" + id + "/review", body);
    }

    private static void refused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
