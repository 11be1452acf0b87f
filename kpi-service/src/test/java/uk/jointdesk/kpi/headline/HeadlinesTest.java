package uk.jointdesk.kpi.headline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.published.domain.BoardPack2019;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.kpi.suite.Autumn2018;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class HeadlinesTest {

    private static final String CHECK = "/api/v1/performance/headlines/check";
    private static final String Q4 = "/headlines?from=2018-10&to=2018-12";

    @Inject
    Autumn2018 autumn;

    @BeforeEach
    void play() {
        autumn.play();
    }

    @Test
    void a_headline_speaks_of_cells_that_lead_to_their_tickets() {
        var p2 = headline(Tokens.board(), Q4, "compliance-P2");
        assertThat(p2.get("text").toString())
                .startsWith("P2 misses its target of 95.00 % for ")
                .contains("LBL 50 of 86 (58.14 %)");
        var headlines = Ask.items(Tokens.board(), Q4);
        assertThat(headlines).extracting("id").contains("volumes", "volumes-P2-ALL", "backlog-ALL");
        for (Map<String, Object> headline : headlines) {
            for (Map<String, Object> cell : cells(headline)) {
                if (cell.get("value") == null) {
                    continue;
                }
                assertThat((Integer) cell.get("numerator")).isLessThanOrEqualTo(500);
                String drill = cell.get("drill").toString().replace("/api/v1/performance", "") + "&limit=500";
                assertThat(Ask.items(Tokens.board(), drill)).as(drill).hasSize((Integer) cell.get("numerator"));
            }
        }
    }

    @Test
    void small_numbers_are_said_to_be_small() {
        assertThat(headline(Tokens.board(), Q4, "compliance-P1").get("text").toString())
                .contains("Small numbers (tickets measured):");
    }

    @Test
    void what_the_headlines_claim_is_accepted_when_it_is_checked() {
        for (Map<String, Object> headline : Ask.items(Tokens.board(), Q4)) {
            for (Object claim : (List<?>) headline.get("claims")) {
                var ruling = check(Tokens.board(), Map.of("claims", List.of(claim)));
                assertThat(ruling.getString("items[0].verdict"))
                        .as("%s of %s", claim, headline.get("text"))
                        .isEqualTo("ACCEPTED");
            }
        }
    }

    @Test
    void a_time_before_the_first_fact_is_not_compared_with_as_if_nothing_had_happened() {
        var ruling = check(Tokens.board(), claim("P2", "volumes", "DECREASES", null, "2001-01", "2001-02"));
        assertThat(ruling.getString("items[0].verdict")).isEqualTo("REFUSED");
        assertThat(ruling.getList("items[0].contradictions.words"))
                .containsExactly(
                        "ALL P2 2001-01: there are no data of that time.",
                        "ALL P2 2001-02: there are no data of that time.");
        assertThat(ruling.getList("items[0].cells.value")).containsOnlyNulls();
        assertThat(Ask.items(Tokens.board(), "/headlines?from=2001-02&to=2001-02"))
                .as("nothing is said of a time without data")
                .isEmpty();
    }

    @Test
    void the_cells_of_headlines_about_some_queues_lead_to_the_tickets_of_these_queues() {
        String some = Q4 + "&organisation=STS&exceptCategory=Network";
        assertThat(Ask.items(Tokens.board(), some)).isNotEmpty().allSatisfy(headline -> assertThat(cells(headline))
                .filteredOn(cell -> cell.get("drill") != null)
                .allSatisfy(cell -> assertThat(cell.get("drill").toString())
                        .contains("organisation=STS", "exceptCategory=Network")));
    }

    @Test
    void x7_p2_does_not_continue_to_decrease_from_the_third_to_the_fourth_quarter() {
        String volumes = published("demand-volumes-2018.csv", "VOLUME");
        var ruling = check(
                Tokens.performance(),
                claim("P2", "volumes", "CONTINUES_TO_DECREASE", volumes, "2018-Q2", "2018-Q3", "2018-Q4"));
        assertThat(ruling.getString("items[0].verdict")).isEqualTo("REFUSED");
        assertThat(ruling.getList("items[0].contradictions.words"))
                .containsExactly("ALL P2 2018-Q3 to 2018-Q4: 218 to 224 is a rise.");
        assertThat(ruling.getList("items[0].contradictions[0].cells.value")).containsExactly("218", "224");
        var within = check(
                Tokens.performance(),
                claim("P2", "volumes", "CONTINUES_TO_DECREASE", volumes, "2018-10", "2018-11", "2018-12"));
        assertThat(within.getString("items[0].verdict")).isEqualTo("ACCEPTED");
        assertThat(within.getList("items[0].cautions")).hasSize(1);
    }

    @Test
    void x9_p4_is_not_high_for_everybody_and_p3_not_poor() {
        String compliance = published("incident-compliance-2018.csv", "COMPLIANCE");
        var high = check(
                Tokens.performance(),
                claim("P4", "compliance", "MEETS_TARGET", compliance, "2018-10", "2018-11", "2018-12"));
        assertThat(high.getList("items[0].contradictions.words"))
                .containsExactly("LBS P4 2018-10: 76.30 % is below the target of 80.00 %.");
        var poor = check(
                Tokens.performance(),
                claim("P3", "compliance", "MISSES_TARGET", compliance, "2018-10", "2018-11", "2018-12"));
        assertThat(poor.getList("items[0].contradictions.words"))
                .containsExactly(
                        "LBS P3 2018-11: 81.86 % meets the target of 80.00 %.",
                        "LBS P3 2018-12: 81.47 % meets the target of 80.00 %.");
        var p1 = check(Tokens.performance(), claim("P1", "compliance", "MISSES_TARGET", compliance, "2018-12"));
        assertThat(p1.getList("items[0].contradictions")).hasSize(3);
    }

    @Test
    void a_claim_about_our_own_figures_is_refused_with_the_cells() {
        var ruling = check(
                Tokens.board(),
                Map.of(
                        "claims",
                        List.of(Map.of(
                                "text",
                                "P2 gets worse in Lewisham",
                                "measure",
                                "compliance",
                                "claim",
                                "DECREASES",
                                "priority",
                                "P2",
                                "partners",
                                List.of("LBL"),
                                "periods",
                                List.of("2018-10", "2018-11", "2018-12")))));
        assertThat(ruling.getString("items[0].claim.text")).isEqualTo("P2 gets worse in Lewisham");
        assertThat(ruling.getList("items[0].contradictions.words"))
                .containsExactly(
                        "LBL P2 2018-10 to 2018-11: 17 of 38 (44.74 %) to 18 of 29 (62.07 %) is a rise.",
                        "LBL P2 2018-11 to 2018-12: 18 of 29 (62.07 %) to 15 of 19 (78.95 %) is a rise.");
        assertThat(ruling.getList("items[0].cells.drill")).hasSize(3);
    }

    @Test
    void a_borough_reads_about_itself_and_cannot_ask_about_others() {
        for (Map<String, Object> headline : Ask.items(Tokens.borough("LBL"), Q4)) {
            assertThat(cells(headline)).extracting("partner").containsOnly("LBL");
            assertThat(headline.get("text").toString()).doesNotContain("LBB", "LBS", "ALL");
        }
        var theirs = check(Tokens.borough("LBL"), about("LBB"));
        var nobodys = check(Tokens.borough("LBL"), about("NOBODY"));
        assertThat(theirs.getList("items[0].contradictions.words")).containsExactly("There are no such figures.");
        assertThat(theirs.getList("items.contradictions")).isEqualTo(nobodys.getList("items.contradictions"));
        assertThat(theirs.getList("items[0].cells")).isEmpty();
        String table = published("demand-volumes-2018.csv", "VOLUME");
        assertThat(send(Tokens.borough("LBL"), claim("P2", "volumes", "INCREASES", table, "2018-10", "2018-11"))
                        .statusCode())
                .isEqualTo(send(
                                Tokens.borough("LBL"),
                                claim(
                                        "P2",
                                        "volumes",
                                        "INCREASES",
                                        UUID.randomUUID().toString(),
                                        "2018-10",
                                        "2018-11"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_claim_that_cannot_be_read_is_refused_by_its_pointer() {
        assertPointer(claim("P2", "volumes", "INCREASES", null, "2018-13"), "/claims/0/periods/0");
        assertPointer(claim("P2", "volumes", "INCREASES", null, "2018-11", "2018-10"), "/claims/0/periods/1");
        assertPointer(claim("P2", "happiness", "INCREASES", null, "2018-10"), "/claims/0/measure");
        assertPointer(claim("P2", "volumes", "INCREASES", "nonsense", "2018-10"), "/published");
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post(CHECK)
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(Tokens.integration("hornbill-lbl", "LBL"), about("LBL")).statusCode())
                .isEqualTo(403);
    }

    private static void assertPointer(Map<String, Object> body, String pointer) {
        Response refused = send(Tokens.performance(), body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    private static Map<String, Object> about(String partner) {
        return Map.of(
                "claims",
                List.of(Map.of(
                        "measure",
                        "compliance",
                        "claim",
                        "MEETS_TARGET",
                        "priority",
                        "P1",
                        "partners",
                        List.of(partner),
                        "periods",
                        List.of("2018-10"))));
    }

    private static Map<String, Object> claim(
            String priority, String measure, String kind, String published, String... periods) {
        var claims =
                List.of(Map.of("measure", measure, "claim", kind, "priority", priority, "periods", List.of(periods)));
        return published == null ? Map.of("claims", claims) : Map.of("claims", claims, "published", published);
    }

    private static JsonPath check(String token, Map<String, Object> body) {
        return send(token, body).then().statusCode(200).extract().jsonPath();
    }

    private static Response send(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(CHECK);
    }

    private static String published(String file, String measure) {
        return given().auth()
                .oauth2(Tokens.performance())
                .contentType("text/csv")
                .queryParam("title", file)
                .queryParam("source", "headlines " + UUID.randomUUID())
                .queryParam("scope", "whole service")
                .queryParam("asAt", "2018-12-31")
                .queryParam("measure", measure)
                .queryParam("period", "2017=2017-01-01/2017-12-31")
                .body(BoardPack2019.text(file))
                .post("/api/v1/performance/published")
                .jsonPath()
                .getString("id");
    }

    private static Map<String, Object> headline(String token, String path, String id) {
        return Ask.row(Ask.items(token, path), Map.of("id", id));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> cells(Map<String, Object> headline) {
        return (List<Map<String, Object>>) headline.get("cells");
    }
}
