package uk.jointdesk.kpi.mitigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class MitigationTest {

    private static final String ANALYST = Tokens.performance();

    @Test
    void relief_is_asked_for_by_the_analyst_and_agreed_by_the_board() {
        String family = Registered.family("BOARD");
        String kpi = missed(family);
        String id = asked(kpi, "\"2021-03\"");
        assertThat(read(id)).containsEntry("state", "REQUESTED").containsEntry("client", "performance");
        assertThat(summary(family)).containsEntry("mitigationAgreed", 0);
        decide(Tokens.board(), id, "AGREED").then().statusCode(200).body("state", equalTo("AGREED"));
        assertThat(read(id)).containsEntry("agreed", true);
        assertThat(summary(family)).containsEntry("belowMsl", 1).containsEntry("mitigationAgreed", 1);
        JsonPath result = results(kpi);
        assertThat(result.getString("items[0].raw")).isEqualTo("RED");
        assertThat(result.getString("items[0].percent")).isEqualTo("89.45");
        assertThat(result.getString("items[0].mitigated")).isEqualTo("RELIEVED");
        assertThat(result.getString("items[0].mitigation")).isEqualTo(id);
        decide(Tokens.board(), id, "REJECTED").then().statusCode(409).body("code", equalTo("mitigation-decided"));
    }

    @Test
    void what_is_rejected_or_taken_back_relieves_nothing() {
        String kpi = missed(Registered.family("BOARD"));
        String rejected = asked(kpi, "\"2021-03\"");
        decide(Tokens.board(), rejected, "REJECTED").then().statusCode(200).body("state", equalTo("REJECTED"));
        assertThat(results(kpi).getString("items[0].mitigated")).isEqualTo("RED");
        String agreed = asked(kpi, "\"2021-03\"");
        decide(Tokens.board(), agreed, "AGREED").then().statusCode(200);
        withdraw(ANALYST, agreed).then().statusCode(409).body("code", equalTo("mitigation-agreed"));
        withdraw(Tokens.board(), agreed).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(results(kpi).getString("items[0].mitigated")).isEqualTo("RED");
        String open = asked(kpi, "\"2021-03\"");
        withdraw(ANALYST, open).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void one_month_is_relieved_by_one_mitigation() {
        String kpi = missed(Registered.family("BOARD"));
        String first = asked(kpi, "\"2021-03\",\"2021-04\"");
        String second = asked(kpi, "\"2021-04\",\"2021-05\"");
        decide(Tokens.board(), first, "AGREED").then().statusCode(200);
        decide(Tokens.board(), second, "AGREED").then().statusCode(409).body("code", equalTo("mitigation-overlaps"));
    }

    @Test
    void who_asks_does_not_decide() {
        String both = Tokens.of("both", List.of("performance-analyst", "board-member"), List.of("*"));
        String kpi = missed(Registered.family("BOARD"));
        String id = Registered.post(both, "/mitigations", body(kpi, "\"2021-03\"", "2199-12-31"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        decide(both, id, "AGREED").then().statusCode(409).body("code", equalTo("mitigation-own"));
    }

    @Test
    void a_mitigation_names_its_kpi_and_its_months_and_says_how_it_will_end() {
        String kpi = missed(Registered.family("BOARD"));
        refused(body("NO_SUCH_KPI", "\"2021-03\"", "2199-12-31"), "/kpi");
        refused(body(kpi, "", "2199-12-31"), "/months");
        refused(body(kpi, "\"2014-03\"", "2199-12-31"), "/months/0");
        refused(body(kpi, "\"2021-03\"", "2021-04-30"), "/expiresOn");
        refused(body(kpi, "\"2021-03\"", "2199-12-31").replace("\"N/A\"", "\"\""), "/pathToGreen");
        Registered.post(ANALYST, "/mitigations", body(kpi, "\"March\"", "2199-12-31"))
                .then()
                .statusCode(400);
        String id = asked(kpi, "\"2021-03\"");
        decide(Tokens.board(), id, "WITHDRAWN").then().statusCode(422).body("errors[0].pointer", equalTo("/outcome"));
    }

    @Test
    void only_the_analyst_asks_and_only_the_board_decides() {
        String kpi = missed(Registered.family("BOARD"));
        String id = asked(kpi, "\"2021-03\"");
        for (String token : List.of(ANALYST, Tokens.borough("LBL"), Tokens.desk(), Tokens.auditor())) {
            decide(token, id, "AGREED").then().statusCode(403);
        }
        for (String token : List.of(Tokens.board(), Tokens.borough("LBL"), Tokens.desk())) {
            Registered.post(token, "/mitigations", body(kpi, "\"2021-03\"", "2199-12-31"))
                    .then()
                    .statusCode(403);
        }
        String ofOneCouncil = Tokens.of("board-lbl", List.of("board-member"), List.of("LBL"));
        decide(ofOneCouncil, id, "AGREED").then().statusCode(403);
        assertThat(Registered.json(ofOneCouncil, "/mitigations").getList("items"))
                .isEmpty();
        assertThat(Registered.as(ofOneCouncil).get("/mitigations/" + id).statusCode())
                .isEqualTo(
                        Registered.as(ofOneCouncil).get("/mitigations/nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_concerns_an_exempt_kpi_is_for_those_who_may_read_it() {
        String id = asked(missed(Registered.family("EXEMPT"), "EXEMPT"), "\"2021-03\"");
        assertThat(Registered.as(Tokens.board()).get("/mitigations/" + id).statusCode())
                .isEqualTo(200);
        assertThat(Registered.as(Tokens.desk()).get("/mitigations/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_same_request_under_one_key_is_one_request() {
        String kpi = missed(Registered.family("BOARD"));
        String first = keyed(kpi).then().statusCode(201).extract().path("id");
        String again = keyed(kpi).then().statusCode(201).extract().path("id");
        assertThat(again).isEqualTo(first);
        assertThat(Registered.json(Tokens.board(), "/mitigations?kpi=" + kpi).getList("items"))
                .hasSize(1);
    }

    @Test
    void lists_go_on_where_they_stopped() {
        String kpi = missed(Registered.family("BOARD"));
        List<String> asked = List.of(asked(kpi, "\"2021-03\""), asked(kpi, "\"2021-04\""), asked(kpi, "\"2021-05\""));
        JsonPath first = Registered.json(Tokens.board(), "/mitigations?limit=2&kpi=" + kpi);
        JsonPath rest = Registered.json(
                Tokens.board(), "/mitigations?limit=2&kpi=" + kpi + "&cursor=" + first.getString("next"));
        assertThat(first.getList("items.id", String.class)).containsExactlyElementsOf(asked.subList(0, 2));
        assertThat(rest.getList("items.id", String.class)).containsExactly(asked.get(2));
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    void every_published_mitigation_names_its_kpi_and_its_months() {
        List<Map<String, Object>> published = Registered.json(Tokens.board(), "/mitigations?limit=500")
                .getList("items.findAll { it.client == 'published-report' }");
        assertThat(published).hasSize(5).allSatisfy(one -> {
            assertThat(one.get("kpi")).isIn("IMT_KPI_09", "IMT_KPI_14");
            assertThat((List<?>) one.get("months")).isNotEmpty();
            assertThat(one).containsEntry("state", "EXPIRED").containsEntry("agreed", true);
        });
    }

    private static String missed(String family) {
        return missed(family, "BOARD");
    }

    private static String missed(String family, String audience) {
        String kpi = Registered.kpi(family, audience);
        Registered.measure(kpi, "2021-03", 8945, 10_000).then().statusCode(201);
        return kpi;
    }

    private static String body(String kpi, String months, String expiresOn) {
        return """
                {"kpi":"%s","months":[%s],"reason":"Patches need a connection","dependency":"VPN","impact":"none",
                 "pathToGreen":"N/A","problem":"PRB-7","expiresOn":"%s"}""".formatted(kpi, months, expiresOn);
    }

    private static String asked(String kpi, String months) {
        return Registered.post(ANALYST, "/mitigations", body(kpi, months, "2199-12-31"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response keyed(String kpi) {
        return Registered.as(ANALYST)
                .header("Idempotency-Key", "mitigation-" + kpi)
                .contentType(ContentType.JSON)
                .body(body(kpi, "\"2021-03\"", "2199-12-31"))
                .post("/mitigations");
    }

    private static void refused(String body, String pointer) {
        Registered.post(ANALYST, "/mitigations", body)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static Response decide(String token, String id, String outcome) {
        return Registered.post(
                token, "/mitigations/" + id + "/decision", "{\"outcome\":\"%s\",\"reason\":\"so\"}".formatted(outcome));
    }

    private static Response withdraw(String token, String id) {
        return Registered.post(token, "/mitigations/" + id + "/withdrawal", "{\"reason\":\"mended\"}");
    }

    private static Map<String, Object> read(String id) {
        return Registered.json(Tokens.board(), "/mitigations/" + id).getMap("");
    }

    private static JsonPath results(String kpi) {
        return Registered.json(Tokens.board(), "/kpis/" + kpi + "/results?from=2021-03&to=2021-03");
    }

    private static Map<String, Object> summary(String family) {
        return Registered.json(Tokens.board(), "/kpis/summary?from=2021-03&to=2021-03&family=" + family)
                .getMap("items[0]");
    }
}
