package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Plans for several years, and the budgets that take their lines. */
@QuarkusTest
class BudgetPlansTest extends ServiceTest {

    @Test
    void the_seeded_budgets_are_approved_and_as_published() {
        board().get("/api/v1/budgets/2020-21")
                .then()
                .body("status", is("APPROVED"))
                .body("original.amount", is("14600000.00"))
                .body("total.amount", is("14600000.00"));
        board().get("/api/v1/budgets/2020-21/versions").then().body("items.total.amount", contains("14600000.00"));
    }

    @Test
    void oxfords_plan_shows_three_years_of_one_off_ongoing_and_capital() {
        board().get("/api/v1/budget-plans/OX-ICT-2018")
                .then()
                .statusCode(200)
                .body("years.financialYear", contains("2018-19", "2019-20", "2020-21"))
                .body("years.oneOff.amount", contains("400000.00", "400000.00", "0.00"))
                .body("years.ongoing.amount", contains("200000.00", "200000.00", "200000.00"))
                .body("years.capital.amount", contains("450000.00", "450000.00", "450000.00"))
                .body("years.total.amount", contains("1050000.00", "1050000.00", "650000.00"))
                .body("status", is("APPROVED"))
                .body("decision", containsString("City Executive Board, 20 December 2017"));
    }

    @Test
    void an_annual_refresh_is_a_placeholder_until_it_has_detail() {
        board().get("/api/v1/budget-plans/LCC-IMT-2021")
                .then()
                .body("lines.findAll { it.placeholder }.code", contains("MOBILE-REFRESH", "PC-REFRESH"))
                .body("lines.findAll { it.saving }.code", contains("ATP", "QGIS"))
                .body("lines.find { it.code == 'SMARTNUMBERS' }.activeTo", is("2022-03-31"));
    }

    @Test
    void a_plan_is_drafted_replaced_approved_and_taken_into_a_budget() {
        draft("LED-PLAN", "1.00").statusCode(201).header("ETag", "\"1\"");
        draft("LED-PLAN", "1.00").statusCode(409).body("code", is("plan-exists"));
        String path = "/api/v1/budget-plans/LED-PLAN";
        finance().body(plan("LED-PLAN", "2.00")).put(path).then().statusCode(428);
        finance()
                .header("If-Match", "\"1\"")
                .body(plan("OTHER", "2.00"))
                .put(path)
                .then()
                .statusCode(422);
        finance()
                .header("If-Match", "\"1\"")
                .body(plan("LED-PLAN", "2.00"))
                .put(path)
                .then()
                .statusCode(200)
                .body("years.ongoing.amount", contains("2.00", "0.00"));
        budgetOf("2097-98");
        adopt("LED-PLAN", "2097-98").statusCode(409).body("code", is("plan-not-approved"));
        approve(path, "\"1\"").statusCode(412);
        approve(path, "\"2\"").statusCode(200).body("status", is("APPROVED"));
        approve(path, "\"3\"").statusCode(409).body("code", is("plan-approved"));
        finance()
                .header("If-Match", "\"3\"")
                .body(plan("LED-PLAN", "3.00"))
                .put(path)
                .then()
                .statusCode(409);
        adopt("LED-PLAN", "2097-98")
                .statusCode(201)
                .body("items", hasSize(2))
                .body("items.code", hasItems("RUN", "ONCE"));
        adopt("LED-PLAN", "2097-98").statusCode(409).body("code", is("line-exists"));
        adopt("LED-PLAN", "2020-21").statusCode(422).body("code", is("plan-without-year"));
        board().get("/api/v1/budget-lines/2097-98/ONCE")
                .then()
                .body("recurrence", is("ONE_OFF"))
                .body("placeholder", is(true));
    }

    @Test
    void a_plan_against_a_rule_is_refused_with_the_line() {
        finance()
                .body(plan("LED-BAD", "1.00").replace("2098-99", "2096-97"))
                .post("/api/v1/budget-plans")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/lastYear"));
        finance()
                .body(plan("LED-BAD", "1.00").replace("STS-BASE", "NONE"))
                .post("/api/v1/budget-plans")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/lines/0/scheme"));
        board().body(plan("LED-BAD", "1.00"))
                .post("/api/v1/budget-plans")
                .then()
                .statusCode(403);
        board().get("/api/v1/budget-plans/LED-BAD").then().statusCode(404);
    }

    private static ValidatableResponse draft(String code, String amount) {
        return post("budget-plans", plan(code, amount));
    }

    private static ValidatableResponse approve(String path, String etag) {
        return board().header("If-Match", etag)
                .body("{\"decision\":\"Joint Committee, item 8\"}")
                .post(path + "/approval")
                .then();
    }

    private static ValidatableResponse adopt(String code, String year) {
        return post("budget-plans/" + code + "/adoptions", "{\"financialYear\":\"" + year + "\"}");
    }

    private static String plan(String code, String amount) {
        return ("{\"code\":\"%s\",\"title\":\"T\",\"firstYear\":\"2097-98\",\"lastYear\":\"2098-99\",\"source\":\"test\",\"lines\":["
                        + "{\"financialYear\":\"2097-98\",\"code\":\"RUN\",\"title\":\"T\",\"kind\":\"BASE\",\"recurrence\":\"ONGOING\",\"amount\":%s,\"scheme\":\"STS-BASE\",\"source\":\"test\"},"
                        + "{\"financialYear\":\"2097-98\",\"code\":\"ONCE\",\"title\":\"T\",\"kind\":\"CAPITAL\",\"recurrence\":\"ONE_OFF\",\"amount\":%s,\"placeholder\":true,\"scheme\":\"STS-BASE\",\"source\":\"test\"}]}")
                .formatted(code, money(amount), money("9.00"));
    }
}
