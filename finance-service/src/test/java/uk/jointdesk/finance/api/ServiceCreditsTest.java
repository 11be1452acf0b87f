package uk.jointdesk.finance.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceCreditsTest extends ServiceTest {
    private static final AtomicInteger YEARS = new AtomicInteger(2079);

    @ConfigProperty(name = "fake.kpi.url")
    String kpi;

    @Test
    void a_credit_is_taken_over_with_its_evidence_and_only_what_is_left_after_mitigation_counts() {
        int year = newYear();
        stage(year, "100.00", points(year, 12, "4.00", 6, "2.00", "2.00", ""));
        pull(year, "")
                .statusCode(201)
                .body("month", is(year + "-05"))
                .body("monthlyCharge.amount", is("100.00"))
                .body("raw.points", is(12))
                .body("raw.amount.amount", is("4.00"))
                .body("afterMitigation.amount.amount", is("2.00"))
                .body("applied.amount", is("2.00"))
                .body("sharedBy", containsString("scheme of the budget line"))
                .body("evidence", containsString("\"definition\""))
                .body("evidenceDigest.length()", is(64));
        JsonPath seen = contributions(year);
        assertThat(seen.getList("items.credits.amount")).containsExactly("0.60", "0.58", "0.82");
        assertThat(sum(seen, "items.credits.amount")).isEqualByComparingTo("2.00");
        assertThat(seen.getString("total.amount")).isEqualTo("-2.00");
        assertThat(seen.getString("items[1].creditsByLine[0].line")).isEqualTo("BASE");
        assertThat(seen.getList("items[1].within.partner")).containsExactly("LBL", "LH");
    }

    @Test
    void while_credits_are_suspended_nothing_counts() {
        int year = newYear();
        stage(year, "100.00", points(year, 12, "4.00", 6, "2.00", "0.00", "Covid-19"));
        pull(year, "").statusCode(201).body("suspended", is("Covid-19")).body("applied.amount", is("0.00"));
        assertThat(contributions(year).getString("total.amount")).isEqualTo("0.00");
    }

    @Test
    void the_same_answer_changes_nothing_and_another_is_a_restatement_with_a_cause() {
        int year = newYear();
        stage(year, "100.00", points(year, 12, "4.00", 6, "2.00", "2.00", ""));
        String first = pull(year, "").statusCode(201).extract().path("id");
        pull(year, "").statusCode(200).body("id", is(first));
        stage(year, "100.00", points(year, 12, "4.00", 3, "1.00", "1.00", ""));
        pull(year, "").statusCode(422).body("code", is("restatement-needs-cause"));
        pull(year, "\"cause\":\"mitigation agreed late\",")
                .statusCode(201)
                .body("supersedes", is(first))
                .body("cause", is("mitigation agreed late"));
        assertThat(contributions(year).getString("total.amount")).isEqualTo("-1.00");
        board().get("/api/v1/service-credits?financialYear=" + code(year))
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].applied.amount", is("2.00"))
                .body("items[1].supersedes", is(first));
        board().get("/api/v1/service-credits/" + first).then().statusCode(200).body("evidence", notNullValue());
    }

    @Test
    void an_estimate_knows_no_credits() {
        int year = newYear();
        stage(year, "100.00", points(year, 12, "4.00", 6, "2.00", "2.00", ""));
        pull(year, "").statusCode(201);
        board().get("/api/v1/contributions?financialYear=" + code(year))
                .then()
                .body("total.amount", is("1200.00"))
                .body("items.credits.amount", contains("0.00", "0.00", "0.00"));
    }

    @Test
    void a_month_without_points_an_unknown_line_and_a_silent_service_are_refused() {
        int year = newYear();
        pull(year, "").statusCode(422).body("code", is("service-points-unknown"));
        pull(year, "\"budgetLine\":\"NONE\",").statusCode(422).body("errors.pointer", contains("/budgetLine"));
        stage(year, "100.00", "");
        pull(year, "").statusCode(503).body("code", is("performance-service-unreachable"));
        stage(year, "100.00", "{\"items\":[]}");
        pull(year, "").statusCode(503);
    }

    @Test
    void credits_of_the_whole_service_are_not_for_a_council() {
        borough("LBL").get("/api/v1/service-credits").then().statusCode(403);
        finance().body("{}").post("/api/v1/service-credits").then().statusCode(422);
    }

    private void stage(int year, String charge, String answer) {
        String month = year + "-05";
        given().body(answer)
                .post(kpi + "/stage/service-points?family=imt&from=" + month + "&to=" + month + "&monthlyCharge="
                        + charge)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse pull(int year, String more) {
        return post(
                "service-credits",
                "{%s\"financialYear\":\"%s\",\"period\":2,\"family\":\"imt\"}".formatted(more, code(year)));
    }

    /** As kpi-service writes them, with fields that finance has no use for. */
    private static String points(
            int year, int raw, String rawCredit, int points, String credit, String applied, String suspended) {
        return """
                {"items":[{"month":"%d-05","raw":{"points":%d,"percent":"4.00","capped":false,"credit":%s},
                "afterMitigation":{"points":%d,"percent":"2.00","capped":false,"credit":%s},
                "applied":{"points":%d,"percent":"2.00","capped":false,"credit":%s}%s,"kpis":[]}],
                "next":null,"family":"imt","definition":{"code":"service-points"}}""".formatted(
                        year,
                        raw,
                        money(rawCredit),
                        points,
                        money(credit),
                        points,
                        money(applied),
                        suspended.isEmpty() ? "" : ",\"suspended\":\"" + suspended + "\"");
    }

    private static JsonPath contributions(int year) {
        return board().get("/api/v1/contributions?basis=ACTUAL&financialYear=" + code(year))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static BigDecimal sum(JsonPath json, String path) {
        List<String> amounts = json.getList(path);
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int newYear() {
        int year = YEARS.getAndDecrement();
        budgetOf(code(year));
        line(code(year), "BASE", "BASE", "1200.00", "STS-BASE").statusCode(201);
        return year;
    }

    private static String code(int year) {
        return year + "-" + (year + 1) % 100;
    }
}
