package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ContributionsTest extends ServiceTest {

    @Test
    void in_the_first_year_brent_and_lewisham_pay_half_each() {
        of(board(), "2016-17")
                .statusCode(200)
                .body("items.partner", contains("LBB", "LBL"))
                .body("items.total.amount", contains("1700000.00", "1700000.00"))
                .body("total.amount", is("3400000.00"));
    }

    @Test
    void tc47_the_year_southwark_joined_is_paid_by_days() {
        of(board(), "2017-18")
                .body("items.total.amount", contains("1465570.78", "1465570.78", "468858.44"))
                .body("items[0].byCostPool[0].steps.cost.amount", contains("1993424.66", "1406575.34"))
                .body("items[0].byCostPool[0].steps.schemeVersion", contains(1, 2))
                .body("items[0].byCostPool[0].steps.amount.amount", contains("996712.33", "468858.45"));
    }

    @Test
    void lewisham_homes_is_billed_to_lewisham_and_listed_within() {
        of(board(), "2018-19")
                .body("items.partner", contains("LBB", "LBL", "LBS"))
                .body("items[1].byCostPool[0].fraction.numerator", is(596))
                .body("items[1].byCostPool[0].fraction.denominator", is(2075))
                .body("items[1].byCostPool[0].steps[0].weight", is("2980"))
                .body("items[1].byCostPool[0].steps[0].weights", is("10375"))
                .body("items[1].byCostPool[0].assumption", is(true))
                .body("items[1].within.partner", contains("LBL", "LH"))
                .body("items[0].within", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-17", "2017-18", "2018-19", "2020-21", "2021-22"})
    void contributions_add_up_to_the_cost_and_sub_bodies_to_their_parent(String year) {
        for (String basis : List.of("BUDGET", "ACTUAL")) {
            var json = board().get("/api/v1/contributions?financialYear=" + year + "&basis=" + basis)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(sum(json.getList("items.total.amount")))
                    .isEqualTo(new BigDecimal(json.getString("total.amount")));
            List<String> within = json.getList("items.find { it.partner == 'LBL' }.within.amount.amount");
            if (within != null) {
                assertThat(sum(within))
                        .isEqualTo(new BigDecimal(json.getString("items.find { it.partner == 'LBL' }.total.amount")));
            }
        }
    }

    @Test
    void the_outturn_of_2020_21_is_paid_on_what_was_posted() {
        board().get("/api/v1/contributions?financialYear=2020-21&basis=ACTUAL")
                .then()
                .body("basis", is("ACTUAL"))
                .body("items[0].byCostPool.line", contains("BASE", "COVID"))
                .body("items[0].byCostPool.cost.amount", contains("14598500.00", "954800.00"))
                .body("total.amount", is("15553300.00"));
        board().get("/api/v1/contributions?financialYear=2020-21&basis=ACTUAL&period=11")
                .then()
                .body("total", Matchers.anyOf(nullValue(), Matchers.hasEntry("amount", "0.00")));
    }

    @Test
    void a_council_sees_its_own_and_the_others_as_one() {
        ValidatableResponse seen = of(borough("LBL"), "2018-19")
                .statusCode(200)
                .body("items.partner", contains("LBL", "OTHERS"))
                .body("items[0].within.partner", contains("LBL", "LH"))
                .body("items[1].within", nullValue())
                .body("items[1].byCostPool[0].fraction.numerator", is(1479))
                .body("items[1].byCostPool[0].fraction.denominator", is(2075))
                .body("items[1].byCostPool[0].steps[0].weight", is("7395"))
                .body("total", nullValue());
        String text = seen.extract().asString();
        assertThat(text).doesNotContain("LBB", "LBS", "\"ALL\"", "3120", "4275", "4390554", "6015903");
        assertThat(sum(seen.extract().jsonPath().getList("items.total.amount")))
                .isEqualTo(new BigDecimal("14600000.00"));
    }

    @Test
    void a_council_learns_nothing_from_asking_for_another() {
        String refusal = borough("LBL")
                .get("/api/v1/contributions?financialYear=2018-19&partner=LBB")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        borough("LBL")
                .get("/api/v1/contributions?financialYear=2018-19&partner=NOBODY")
                .then()
                .statusCode(404)
                .body("detail", is(refusal));
        borough("LBL")
                .get("/api/v1/contributions?financialYear=2018-19&partner=OTHERS")
                .then()
                .statusCode(404);
        borough("LBL")
                .get("/api/v1/contributions?financialYear=2018-19&partner=LBL")
                .then()
                .statusCode(200)
                .body("items.partner", contains("LBL"));
    }

    @Test
    void a_partner_that_pays_nothing_sees_one_sum_and_a_token_without_partners_no_name() {
        of(borough("LGA"), "2018-19").body("items.partner", contains("OTHERS")).body("items[0].byCostPool", hasSize(1));
        of(as(Tokens.of("nobody", List.of("borough-client"), List.of())), "2018-19")
                .body("items.partner", not(Matchers.hasItem("LBB")));
    }

    @Test
    void years_and_bases_must_be_known() {
        of(board(), "2020-22").statusCode(400).body("errors.pointer", contains("query:financialYear"));
        of(board(), "2098-99").statusCode(404);
        board().get("/api/v1/contributions").then().statusCode(400);
        board().get("/api/v1/contributions?financialYear=2018-19&basis=GUESS")
                .then()
                .statusCode(400);
        board().get("/api/v1/contributions?financialYear=2018-19&period=14")
                .then()
                .statusCode(400);
    }

    @Test
    void covid_in_year_and_cumulative_stand_beside_each_other() {
        covid(board(), "2021-03-31")
                .body("financialYear", is("2020-21"))
                .body("total.inYear.amount", is("954800.00"))
                .body("total.cumulative.amount", is("954800.00"));
        var json = covid(board(), "2021-06-30")
                .body("items.partner", contains("LBB", "LBL", "LBS"))
                .body("total.inYear.amount", is("20700.00"))
                .body("total.cumulative.amount", is("975500.00"))
                .extract()
                .jsonPath();
        assertThat(sum(json.getList("items.inYear.amount"))).isEqualTo(new BigDecimal("20700.00"));
        assertThat(sum(json.getList("items.cumulative.amount"))).isEqualTo(new BigDecimal("975500.00"));
        covid(board(), "2020-06-30").body("items", hasSize(0)).body("total.cumulative.amount", is("0.00"));
        covid(board(), "yesterday").statusCode(400);
        covid(board(), "+999999999-01-01").statusCode(400);
    }

    @Test
    void a_council_sees_its_own_covid_spend_and_the_others_as_one() {
        ValidatableResponse seen = covid(borough("LBS"), "2021-06-30")
                .body("items.partner", contains("LBS", "OTHERS"))
                .body("total", nullValue());
        assertThat(seen.extract().asString()).doesNotContain("LBB", "LBL", "ALL");
    }

    private static ValidatableResponse of(RequestSpecification who, String year) {
        return who.get("/api/v1/contributions?financialYear=" + year).then();
    }

    private static ValidatableResponse covid(RequestSpecification who, String day) {
        return who.queryParam("asAt", day).get("/api/v1/covid-expenditure").then();
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
