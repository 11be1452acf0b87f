package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class FundsTest extends ServiceTest {
    private static final String YEAR = "2047-48";
    private static final AtomicInteger FUNDS = new AtomicInteger();
    private String fund;

    @BeforeEach
    void a_fund_of_its_own() {
        if (board().get("/api/v1/budgets/" + YEAR).statusCode() == 404) {
            budgetOf(YEAR);
            line(YEAR, "GRANTS", "PROJECT", "0.00", "STS-BASE").statusCode(201);
        }
        fund = "FUND" + FUNDS.incrementAndGet();
        post("funds", newFund(fund)).statusCode(201).body("project", is(fund));
    }

    @Test
    void jc37_the_cyber_award_is_for_one_purpose_and_unspent_of_it_is_carried_forward() {
        board().get("/api/v1/funds/CYBER-AWARD?asAt=2022-03-31")
                .then()
                .body("award.amount", is("100000.00"))
                .body("purpose", is("Cyber security tools and training only"))
                .body("years[0].financialYear", is("2021-22"))
                .body("years[0].unspentCarried.amount", is("100000.00"))
                .body("assumption", is(true));
        board().get("/api/v1/budget-lines/2021-22/CYBER").then().body("kind", is("PROJECT"));
    }

    @Test
    void jc31_covid_is_a_fund_in_year_cumulative_by_partner_claimed_and_unclaimed() {
        board().get("/api/v1/funds/COVID-19?asAt=2021-06-30")
                .then()
                .body("spent.amount", is("975500.00"))
                .body("years.find { it.financialYear == '2020-21' }.spent.amount", is("954800.00"))
                .body("years.find { it.financialYear == '2021-22' }.spent.amount", is("20700.00"))
                .body("partners.partner", contains("LBB", "LBL", "LBS"))
                .body("award", nullValue());
        board().get("/api/v1/covid-expenditure?asAt=2021-03-31")
                .then()
                .body("total.claimed.amount", is("0.00"))
                .body("total.unclaimed.amount", is("954800.00"));
        String id = post("funds/COVID-19/claims", claim("LBS", "2021-06-01", "1000.00"))
                .statusCode(201)
                .extract()
                .path("id");
        borough("LBS")
                .get("/api/v1/covid-expenditure?asAt=2021-06-30")
                .then()
                .body("items.find { it.partner == 'LBS' }.claimed.amount", is("1000.00"))
                .body("items.find { it.partner == 'OTHERS' }.claimed.amount", is("0.00"));
        withdraw("COVID-19", id, "2021-06-02").statusCode(201);
        board().get("/api/v1/covid-expenditure?asAt=2021-06-30").then().body("total.claimed.amount", is("0.00"));
    }

    @Test
    void spend_is_claimed_up_to_what_a_partner_bears_and_a_claim_is_withdrawn_once() {
        spend("LBB", "300.00");
        post("funds/" + fund + "/claims", claim("LBB", "2047-07-01", "300.01"))
                .statusCode(422)
                .body("code", is("claim-exceeds-spend"));
        String id = post("funds/" + fund + "/claims", claim("LBB", "2047-07-01", "200.00"))
                .statusCode(201)
                .extract()
                .path("id");
        at("2047-12-31")
                .body("spent.amount", is("300.00"))
                .body("claimed.amount", is("200.00"))
                .body("unclaimed.amount", is("100.00"))
                .body("unspent.amount", is("700.00"))
                .body("partners[0].unclaimed.amount", is("100.00"));
        withdraw(fund, id, "2047-08-01").statusCode(201).body("amount.amount", is("-200.00"));
        withdraw(fund, id, "2047-08-01").statusCode(409).body("code", is("claim-withdrawn"));
        withdraw(fund, UUID.randomUUID().toString(), "2047-08-01").statusCode(404);
        board().get("/api/v1/funds/" + fund + "/claims").then().body("items", hasSize(2));
    }

    @Test
    void an_award_changes_from_the_version_that_was_read_and_what_is_wrong_is_refused() {
        String path = "/api/v1/funds/" + fund;
        String patch = "{\"award\":" + money("500.00") + ",\"endsOn\":\"2048-12-31\"}";
        finance().body(patch).patch(path).then().statusCode(428);
        finance()
                .header("If-Match", "\"1\"")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        finance().header("If-Match", "\"1\"").body(patch).patch(path).then().statusCode(412);
        at("2049-12-31").body("award.amount", is("500.00")).body("years.lapsed.amount", hasItems("0.00", "500.00"));
        post("funds", newFund(fund)).statusCode(409);
        post("funds", newFund("OTHERCOVID").replace("GRANT", "COVID"))
                .statusCode(422)
                .body("code", is("kind-unfit"));
        post("funds", newFund("F-NEG").replace("1000.00", "-1.00")).statusCode(422);
        post("funds/" + fund + "/claims", claim("XX", "2047-07-01", "1.00")).statusCode(422);
        post("funds/NOFUND/claims", claim("LBB", "2047-07-01", "1.00")).statusCode(404);
        board().get("/api/v1/funds/NOFUND").then().statusCode(404);
        as(Tokens.board()).body(newFund("F-X")).post("/api/v1/funds").then().statusCode(403);
    }

    @Test
    void a_council_learns_nothing_of_anothers_claims() {
        borough("LBL")
                .get("/api/v1/covid-expenditure?asAt=2021-06-30")
                .then()
                .statusCode(200)
                .body("items.partner", contains("LBL", "OTHERS"))
                .body(not(containsString("LBS")));
    }

    private void spend(String partner, String amount) {
        Extracts.profile(
                "P-" + fund,
                "funds-" + fund.toLowerCase(java.util.Locale.ROOT),
                "\"date\":[\"D\"],\"net\":[\"N\"]",
                Extracts.codes("{\"budgetLine\":\"GRANTS\",\"partner\":\"%s\",\"coding\":{\"project\":\"%s\"}}"
                        .formatted(partner, fund)));
        Extracts.taken("profile=P-" + fund, "D,N", "10/06/2047," + amount);
    }

    private static String newFund(String code) {
        return ("{\"code\":\"%s\",\"title\":\"T\",\"kind\":\"GRANT\",\"purpose\":\"P\",\"award\":%s,"
                        + "\"startsOn\":\"2047-04-01\",\"source\":\"test\"}")
                .formatted(code, money("1000.00"));
    }

    private static String claim(String partner, String on, String amount) {
        return "{\"partner\":\"%s\",\"claimedOn\":\"%s\",\"amount\":%s,\"reference\":\"C-1\"}"
                .formatted(partner, on, money(amount));
    }

    private static ValidatableResponse withdraw(String fund, String id, String on) {
        String body = "{\"on\":\"" + on + "\",\"reason\":\"wrong\"}";
        return post("funds/" + fund + "/claims/" + id + "/withdrawal", body);
    }

    private ValidatableResponse at(String day) {
        return board().get("/api/v1/funds/" + fund + "?asAt=" + day).then().statusCode(200);
    }
}
