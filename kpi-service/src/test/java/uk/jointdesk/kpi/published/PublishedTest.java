package uk.jointdesk.kpi.published;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.kpi.published.domain.BoardPack2019;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class PublishedTest {

    private static final String PATH = "/api/v1/performance/published";
    private static final String MINUTES = """
            {"title":"Minutes","source":"%s","scope":"all queues","asAt":"2021-05-31","figures":[
              {"measure":"MONTHLY_AVERAGE","period":{"label":"February to May","from":"2021-02-01","to":"2021-05-31"},
               "value":"10375","total":"41502"}]}
            """;

    @Inject
    ScopedDb db;

    @Test
    void the_tables_of_the_board_pack_come_back_as_published_with_what_is_wrong_with_them() {
        String source = unique();
        var volumes = csv("demand-volumes-2018.csv", "VOLUME", source);
        assertThat(volumes.statusCode()).isEqualTo(201);
        assertThat(kinds(volumes))
                .contains("UNATTRIBUTED_GAP", "GAPS_ALL_ONE_WAY", "LOOKS_CUMULATIVE")
                .doesNotContain("PERCENT_IS_NO_RATIO");
        var compliance = csv("incident-compliance-2018.csv", "COMPLIANCE", source);
        assertThat(kinds(compliance))
                .contains("PERCENT_IS_NO_RATIO", "DENOMINATOR_IS_NOT_THE_VOLUME", "REPEATED_VALUE");
        var again = get(Tokens.auditor(), compliance.header("Location"));
        assertThat(again.jsonPath().getList("findings"))
                .isEqualTo(compliance.jsonPath().getList("findings"));
        assertThat(again.jsonPath().getList("figures")).hasSize(84);
        assertThat(again.jsonPath().getMap("figures[0]"))
                .containsEntry("value", "96.15")
                .containsEntry("partner", "LBB")
                .containsEntry("period", Map.of("label", "2017", "from", "2017-01-01", "to", "2017-12-31"));
    }

    @Test
    void x12_a_column_of_which_nobody_knows_the_months_is_refused_until_they_are_told() {
        var refused = given().auth()
                .oauth2(Tokens.performance())
                .contentType("text/csv")
                .queryParam("title", "t")
                .queryParam("source", unique())
                .queryParam("scope", "s")
                .queryParam("asAt", "2018-12-31")
                .queryParam("measure", "VOLUME")
                .body(BoardPack2019.text("demand-volumes-2018.csv"))
                .post(PATH);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("period-unknown");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("query:period");
        String withoutDays = MINUTES.formatted(unique()).replace(",\"from\":\"2021-02-01\"", "");
        assertThat(post(withoutDays, null).jsonPath().getList("errors.pointer"))
                .containsExactly("/figures/0/period/from");
    }

    @Test
    void the_months_of_the_contract_read_as_series_and_add_up() {
        var kpis = csv("contract-kpi-summary-2020-2021.csv", "KPI_COUNT", unique());
        assertThat(kinds(kpis)).containsExactly("NUMBER_OF_KPIS_CHANGES");
        assertThat(kpis.jsonPath().getInt("figureCount")).isEqualTo(84);
    }

    @Test
    void a_key_sent_twice_records_one_table() {
        String body = MINUTES.formatted(unique());
        String key = unique();
        var first = post(body, key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(kinds(first)).containsExactly("AVERAGE_DOES_NOT_FOLLOW");
        var second = post(body, key);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(post(MINUTES.formatted(unique()), key).statusCode()).isEqualTo(422);
    }

    @Test
    void lists_come_page_by_page_newest_first() {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            posted.add(post(MINUTES.formatted(unique()), null).jsonPath().getString("id"));
        }
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            var page = get(Tokens.board(), PATH + "?limit=2" + cursor).jsonPath();
            listed.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);
        assertThat(listed).doesNotHaveDuplicates().containsAll(posted);
        assertThat(listed.indexOf(posted.get(2))).isLessThan(listed.indexOf(posted.get(0)));
    }

    @Test
    void a_figure_that_cannot_be_is_refused_by_its_pointer() {
        String body = MINUTES.formatted(unique());
        assertPointer(body.replace("\"10375\"", "\"a lot\""), 422, "/figures/0/value");
        assertPointer(body.replace("2021-05-31\"},", "2020-05-31\"},"), 422, "/figures/0/period/to");
        assertPointer(
                body.replace("MONTHLY_AVERAGE", "COMPLIANCE").replace("\"10375\"", "\"103.75\""),
                422,
                "/figures/0/value");
        assertThat(post(body.replace("\"title\"", "\"tittle\""), null).statusCode())
                .isEqualTo(400);
        assertThat(get(Tokens.board(), PATH + "?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void a_borough_sees_nothing_of_a_table_that_shows_every_borough() {
        String location = post(MINUTES.formatted(unique()), null).header("Location");
        assertThat(get(Tokens.borough("LBL"), location).statusCode()).isEqualTo(403);
        assertThat(get(Tokens.borough("LBL"), PATH).statusCode()).isEqualTo(403);
        String analystOfOne = Tokens.of("analyst-lbl", List.of("performance-analyst"), List.of("LBL"));
        assertThat(get(analystOfOne, location).statusCode()).isEqualTo(404);
        assertThat(get(analystOfOne, PATH).jsonPath().getList("items")).isEmpty();
        assertThat(given().auth()
                        .oauth2(analystOfOne)
                        .contentType("application/json")
                        .body(MINUTES.formatted(unique()))
                        .post(PATH)
                        .statusCode())
                .isEqualTo(403);
        for (String table : List.of("published_table", "published_figure")) {
            assertThat(rows(new PartnerScope(Set.of("LBL"), false), table))
                    .as(table)
                    .isZero();
            assertThat(rows(PartnerScope.ALL, table)).as(table).isPositive();
        }
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(get(Tokens.board(), PATH + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(get(Tokens.board(), PATH + "/nonsense").statusCode()).isEqualTo(404);
    }

    private int rows(PartnerScope scope, String table) {
        return db.as(scope).read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private static void assertPointer(String body, int status, String pointer) {
        var refused = post(body, null);
        assertThat(refused.statusCode()).as(body).isEqualTo(status);
        assertThat(refused.jsonPath().getList("errors.pointer")).contains(pointer);
    }

    private static Response csv(String file, String measure, String source) {
        return given().auth()
                .oauth2(Tokens.performance())
                .contentType("text/csv")
                .queryParam("title", file)
                .queryParam("source", source)
                .queryParam("scope", "whole service")
                .queryParam("asAt", "2021-12-31")
                .queryParam("measure", measure)
                .queryParam("period", "2017=2017-01-01/2017-12-31")
                .body(BoardPack2019.text(file))
                .post(PATH);
    }

    private static Response post(String body, String key) {
        var request = given().auth()
                .oauth2(Tokens.performance())
                .contentType("application/json")
                .body(body);
        return key == null
                ? request.post(PATH)
                : request.header("Idempotency-Key", key).post(PATH);
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get(path);
    }

    private static List<String> kinds(Response answer) {
        return answer.jsonPath().getList("findings.kind", String.class).stream()
                .distinct()
                .toList();
    }

    private static String unique() {
        return "source " + UUID.randomUUID();
    }
}
