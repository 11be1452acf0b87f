package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.testkit.Tokens;

/** Every share leads to the numbers behind it, and every odd penny to who got it. */
@QuarkusTest
class ExplanationTest extends ServiceTest {

    @Test
    void a_share_names_method_version_values_total_weight_quota_and_the_odd_penny() {
        board().get("/api/v1/apportionments/explanation?financialYear=2018-19&line=BASE")
                .then()
                .statusCode(200)
                .body("scheme", is("STS-BASE"))
                .body("cost.amount", is("14600000.00"))
                .body("remainderRule.rule", is("LARGEST_REMAINDER"))
                .body("remainderRule.text", containsString("lowest partner code"))
                .body("terms", hasSize(1))
                .body("terms[0].version", is(3))
                .body("terms[0].method", is("DRIVER"))
                .body("terms[0].drivers", contains("users"))
                .body("terms[0].reading.rule", is("SNAPSHOT"))
                .body("terms[0].assumption", is(true))
                .body("terms[0].totalWeight", is("10375"))
                .body("terms[0].shares.partner", contains("LBB", "LBL", "LBS"))
                .body("terms[0].shares.weight", contains("3120", "2980", "4275"))
                .body("terms[0].shares.quota.pence", contains("36441600000/83", "34806400000/83", "49932000000/83"))
                .body("terms[0].shares.quota.remainder", contains("57/83", "72/83", "37/83"))
                .body("terms[0].shares.quota.remainderPenny", contains(true, true, false))
                .body("terms[0].shares.amount.amount", contains("4390554.22", "4193542.17", "6015903.61"))
                .body("terms[0].shares[0].values.value", contains(3120))
                .body("terms[0].shares[0].values[0].source", containsString("ASSUMPTION"))
                .body("terms[0].shares[1].values.partner", contains("LBL", "LH"))
                .body("terms[0].shares[1].within.partner", contains("LBL", "LH"));
    }

    @Test
    void a_year_in_which_somebody_joined_is_explained_term_by_term() {
        board().get("/api/v1/apportionments/explanation?financialYear=2017-18&line=BASE")
                .then()
                .body("terms.days", contains(214, 151))
                .body("terms.cost.amount", contains("1993424.66", "1406575.34"))
                .body("terms.version", contains(1, 2))
                .body("terms[1].shares.quota.remainderPenny", contains(true, true, false));
    }

    @Test
    void a_council_sees_its_own_numbers_and_the_others_as_one() {
        ValidatableResponse seen = borough("LBL")
                .get("/api/v1/apportionments/explanation?financialYear=2018-19&line=BASE")
                .then()
                .statusCode(200)
                .body("terms[0].shares.partner", contains("LBL", "OTHERS"))
                .body("terms[0].shares.weight", contains("2980", "7395"))
                .body("terms[0].shares[0].values.partner", contains("LBL", "LH"))
                .body("terms[0].shares[1].quota", nullValue())
                .body("terms[0].shares[1].values", nullValue());
        assertThat(seen.extract().asString()).doesNotContain("LBB", "LBS", "3120", "4275", "4390554", "6015903");
    }

    @Test
    void an_outturn_is_explained_as_posted_to_date() {
        board().get("/api/v1/apportionments/explanation?financialYear=2020-21&line=COVID&basis=ACTUAL")
                .then()
                .body("cost.amount", is("954800.00"))
                .body("terms[0].shares[0].quota.pence", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "financialYear=2018-19, 404",
        "financialYear=2018-19&line=NONE, 404",
        "financialYear=2099-00&line=BASE, 404",
        "financialYear=soon&line=BASE, 400",
        "financialYear=2018-19&line=BASE&basis=GUESS, 400",
        "financialYear=2018-19&line=BASE&period=14, 400"
    })
    void a_question_names_a_year_and_a_line(String query, int status) {
        board().get("/api/v1/apportionments/explanation?" + query).then().statusCode(status);
        as(Tokens.desk())
                .get("/api/v1/apportionments/explanation?" + query)
                .then()
                .statusCode(403);
    }

    @Test
    void the_alabama_report_names_the_month_in_which_somebody_paid_a_penny_less_for_more() {
        approvedScheme("T-ALABAMA", "2058-04-01", "\"method\":\"DRIVER\",\"weights\":{\"LBB\":6,\"LBL\":6,\"LBS\":2}");
        budgetOf("2058-59");
        line("2058-59", "PENNY", "BASE", "0.00", "T-ALABAMA").statusCode(201);
        spend("2058-04-10", "0.10");
        spend("2058-05-10", "0.01");
        spend("2058-06-10", "0.01");
        String path = "/api/v1/apportionments/alabama-report?financialYear=2058-59&basis=ACTUAL";
        board().get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].line", is("PENNY"))
                .body("items[0].period", is(2))
                .body("items[0].month", is("2058-05"))
                .body("items[0].partner", is("LBS"))
                .body("items[0].kind", is("TOTAL_GREW"))
                .body("items[0].costBefore.amount", is("0.10"))
                .body("items[0].costAfter.amount", is("0.11"))
                .body("items[0].before.amount", is("0.02"))
                .body("items[0].after.amount", is("0.01"))
                .body("items[0].fall.amount", is("0.01"));
        borough("LBS").get(path).then().body("items.partner", contains("LBS"));
        borough("LBL").get(path).then().statusCode(200).body("items", hasSize(0));
        as(Tokens.desk()).get(path).then().statusCode(403);
        board().get(path + "&line=OTHER").then().body("items", hasSize(0));
    }

    @Test
    void tc47_after_its_exit_a_partner_reads_its_own_history_and_nobodys_former_figures_change() {
        post(
                        "funding-partners",
                        "{\"code\":\"LEFT\",\"name\":\"Leaver\",\"memberFrom\":\"2056-04-01\",\"source\":\"test\"}")
                .statusCode(201);
        approvedScheme("T-EXIT", "2050-04-01", "\"method\":\"EQUAL\",\"weights\":{\"LBB\":1,\"LEFT\":1}");
        budgetOf("2056-57");
        line("2056-57", "EXIT", "BASE", "100.01", "T-EXIT").statusCode(201);
        String path = "/api/v1/contributions?financialYear=2056-57";
        String before = board().get(path).asString();
        finance()
                .header("If-Match", "\"1\"")
                .body("{\"memberTo\":\"2057-03-31\"}")
                .patch("/api/v1/funding-partners/LEFT")
                .then()
                .statusCode(200);
        assertThat(board().get(path).asString()).isEqualTo(before);
        borough("LEFT")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.partner", contains("LEFT", "OTHERS"))
                .body("items[0].total.amount", is("50.00"));
        borough("LEFT")
                .get("/api/v1/apportionments/explanation?financialYear=2056-57&line=EXIT")
                .then()
                .body("terms[0].shares[0].quota.remainderPenny", is(false));
    }

    private static void spend(String date, String amount) {
        post(
                        "postings",
                        ("{\"date\":\"%s\",\"description\":\"d\",\"lines\":["
                                        + "{\"account\":\"EXPENDITURE\",\"budgetLine\":\"PENNY\",\"debit\":%s},"
                                        + "{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                                .formatted(date, money(amount), money(amount)))
                .statusCode(201);
    }
}
