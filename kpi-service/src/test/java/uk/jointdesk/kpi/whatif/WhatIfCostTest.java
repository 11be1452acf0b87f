package uk.jointdesk.kpi.whatif;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.register.Registered;
import uk.jointdesk.kpi.suite.Ask;
import uk.jointdesk.testkit.Tokens;

/** What other rules and levels would cost a supplier, and how soon tickets would have been answered by them. */
@QuarkusTest
class WhatIfCostTest {

    private static final String PATH = "/api/v1/performance/what-if";
    private static final String SPRING = "\"from\":\"2016-05\",\"to\":\"2016-06\"";

    /** Nobody resolves, or answers, a P1 or P2 within a minute. */
    private static final String IMPOSSIBLE = """
            {"code":"IAA","title":"Impossible","versions":[{"version":1,"validFrom":"2015-04-01","validTo":null,
              "coverage":{"partners":["LBB","LBL","LBS"]},
              "targets":[{"priority":"P2","target":{"serviceMinutes":1},"percent":"95"}],
              "responseTargets":[{"priority":"P2","target":{"serviceMinutes":1},"percent":"95"}],
              "stoppingReasons":["AWAITING_USER"],"reopen":"RESUME","changePolicy":"RETROACTIVE"}]}
            """;

    @Inject
    Spring2016 spring;

    @BeforeEach
    void play() {
        spring.play();
    }

    @Test
    void a_stricter_agreement_moves_points_and_pounds_of_the_indicators_that_count_its_tickets() {
        String family = schemed();
        String kpi = counted(family);
        JsonPath answer = tried("{%s,\"agreements\":[%s],\"monthlyCharges\":{\"%s\":\"1000.00\"}}"
                .formatted(SPRING, IMPOSSIBLE, family));
        int before = points(family, kpi, "2016-05");
        assertThat(of(family, answer, "servicePoints"))
                .contains(Map.of("family", family, "period", "2016-05", "kpi", kpi, "before", before, "after", 20));
        Map<String, Object> may = Ask.row(answer.getList("credits"), Map.of("family", family, "period", "2016-05"));
        assertThat(may.get("after"))
                .isEqualTo(Map.of(
                        "points", 20, "percent", "6.00", "credit", Map.of("amount", "60.00", "currency", "GBP")));
        assertThat(of(family, answer, "credits")).extracting("period").contains("2016-05", "2016-06");
        assertThat(points(family, kpi, "2016-05"))
                .as("nothing was changed by asking")
                .isEqualTo(before);
    }

    @Test
    void other_levels_of_an_indicator_move_its_points_and_without_a_charge_no_money_is_named() {
        String family = schemed();
        String kpi = Registered.kpi(family, "BOARD");
        Registered.measure(kpi, "2021-03", 92, 100).then().statusCode(201);
        String body =
                "{\"from\":\"2021-03\",\"to\":\"2021-03\",\"kpis\":[{\"kpi\":\"%s\",\"from\":\"2021-01-01\",\"tsl\":\"90\"}]%s}";
        JsonPath answer = tried(body.formatted(kpi, ""));
        assertThat(of(family, answer, "servicePoints"))
                .containsExactly(Map.of("family", family, "period", "2021-03", "kpi", kpi, "before", 10, "after", 0));
        assertThat(of(family, answer, "credits"))
                .containsExactly(Map.of(
                        "family",
                        family,
                        "period",
                        "2021-03",
                        "before",
                        Map.of("points", 10, "percent", "2.00"),
                        "after",
                        Map.of("points", 0, "percent", "0.00")));
        JsonPath charged = tried(body.formatted(kpi, ",\"monthlyCharges\":{\"" + family + "\":\"33333.33\"}"));
        Map<String, Object> march = Ask.row(charged.getList("credits"), Map.of("family", family));
        assertThat(((Map<?, ?>) march.get("before")).get("credit"))
                .isEqualTo(Map.of("amount", "666.67", "currency", "GBP"));
    }

    @Test
    void what_a_contract_pays_is_not_told_to_who_may_not_read_what_is_exempt() {
        String family = schemed();
        String kpi = Registered.kpi(family, "BOARD");
        Registered.measure(kpi, "2021-03", 92, 100).then().statusCode(201);
        String body =
                "{\"from\":\"2021-03\",\"to\":\"2021-03\",\"kpis\":[{\"kpi\":\"%s\",\"from\":\"2021-01-01\",\"tsl\":\"90\"}]}"
                        .formatted(kpi);
        Response answer = send(Tokens.of("operator", List.of("platform-admin"), List.of("*")), body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("servicePoints")).isEmpty();
        assertThat(answer.jsonPath().getList("credits")).isEmpty();
    }

    @Test
    void the_response_clock_is_tried_by_its_own_targets_to_the_figures_that_stand() {
        String everyCell = "{%s,\"metric\":\"RESPONSE\",\"everyCell\":true%s}";
        JsonPath now = tried(everyCell.formatted(SPRING, ""));
        for (Map<String, Object> row :
                Ask.items(Tokens.board(), "/compliance?from=2016-05&to=2016-06&metric=RESPONSE")) {
            Map<String, Object> cell = Ask.row(
                    now.getList("items"),
                    Map.of(
                            "priority",
                            row.get("priority"),
                            "partner",
                            row.get("partner"),
                            "period",
                            row.get("period")));
            assertThat((Map<?, ?>) cell.get("before"))
                    .extracting("met", "measured")
                    .containsExactly(row.get("met"), row.get("measured"));
            assertThat(cell.get("after")).isEqualTo(cell.get("before"));
        }
        JsonPath strict = tried(everyCell.formatted(SPRING, ",\"agreements\":[" + IMPOSSIBLE + "]"));
        Map<String, Object> may =
                Ask.row(strict.getList("items"), Map.of("priority", "P2", "partner", "LBB", "period", "2016-05"));
        assertThat((Map<?, ?>) may.get("after")).extracting("met").isEqualTo(0);
        assertThat((int) ((Map<?, ?>) may.get("after")).get("measured")).isPositive();
        assertThat(strict.getList("servicePoints")).isEmpty();
    }

    @Test
    void what_cannot_be_meant_is_refused_with_its_place() {
        Map.of(
                        "\"kpis\":[{\"kpi\":\"NOWHERE\",\"from\":\"2021-01-01\",\"tsl\":\"90\"}]", "/kpis/0/kpi",
                        "\"kpis\":[{\"kpi\":\"IAA_P1\",\"from\":\"2021-01-01\",\"tsl\":\"much\"}]", "/kpis/0/tsl",
                        "\"monthlyCharges\":{\"imt\":\"1e9\"}", "/monthlyCharges")
                .forEach((field, pointer) -> {
                    Response refused = send(Tokens.performance(), "{%s,%s}".formatted(SPRING, field));
                    assertThat(refused.statusCode()).as(field).isEqualTo(422);
                    assertThat(refused.jsonPath().getString("errors[0].pointer"))
                            .startsWith(pointer);
                });
        assertThat(send(Tokens.performance(), "{%s,\"metric\":\"SMILES\"}".formatted(SPRING))
                        .statusCode())
                .isEqualTo(400);
    }

    private static String schemed() {
        String family = Registered.family("BOARD");
        Registered.scheme(Tokens.performance(), family, "2015-04-01", "10", "2")
                .then()
                .statusCode(201);
        return family;
    }

    /** An indicator that counts P2 tickets, with ten points. */
    private static String counted(String family) {
        String code = Registered.code();
        String body = Registered.measured(
                        code,
                        family,
                        "BOARD",
                        ",\"formula\":{\"kind\":\"RESOLVED_WITHIN_TARGET\",\"priorities\":[\"P2\"]}")
                .replace("\"source\":\"MEASURED\"", "\"source\":\"TICKETS\"");
        Registered.post(Tokens.performance(), "/kpis", body).then().statusCode(201);
        return code;
    }

    private static int points(String family, String kpi, String month) {
        JsonPath points = Registered.json(
                Tokens.board(), "/service-points?family=%s&from=%s&to=%s".formatted(family, month, month));
        Integer found = points.get("items[0].kpis.find { it.kpi == '" + kpi + "' }?.pointsAfterMitigation");
        return found == null ? 0 : found;
    }

    private static List<Map<String, Object>> of(String family, JsonPath answer, String list) {
        return answer.getList(list + ".findAll { it.family == '" + family + "' }");
    }

    private static JsonPath tried(String body) {
        return send(Tokens.performance(), body).then().statusCode(200).extract().jsonPath();
    }

    private static Response send(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(PATH);
    }
}
