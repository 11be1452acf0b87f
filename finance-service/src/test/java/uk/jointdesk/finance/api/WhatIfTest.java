package uk.jointdesk.finance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.testkit.Tokens;

/** What each partner would pay under something else, beside what it pays; on the published years. */
@QuarkusTest
class WhatIfTest extends ServiceTest {

    @Test
    void tc47_southwark_leaving_on_1_november_costs_the_others_its_five_months() {
        ValidatableResponse answer = whatIf(
                        board(), "\"from\":\"2021-22\",\"members\":[{\"partner\":\"LBS\",\"memberTo\":\"2021-10-31\"}]")
                .statusCode(200)
                .body("years[0].partners.partner", contains("LBB", "LBL", "LBS"))
                .body("years[0].partners.find { it.partner == 'LBS' }.pools[0].line", is("BASE"))
                .body("total.difference.amount", is("0.00"));
        JsonPath json = answer.extract().jsonPath();
        String base =
                "years[0].partners.find { it.partner == '%s' }.pools.find { it.line == 'BASE' }.amounts.whatIf.amount";
        assertThat(json.getString(base.formatted("LBB"))).isEqualTo("5663499.43");
        assertThat(json.getString(base.formatted("LBL"))).isEqualTo("5409368.04");
        assertThat(json.getString(base.formatted("LBS"))).isEqualTo("3527132.53");
    }

    @Test
    void today_is_what_contributions_say_and_nothing_is_written() {
        String before = contributions();
        JsonPath json = whatIf(
                        board(),
                        "\"from\":\"2018-19\",\"schemes\":{\"STS-BASE\":{\"method\":\"EQUAL\","
                                + "\"weights\":{\"LBB\":1,\"LBL\":1,\"LBS\":1}}}")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getList("partners.total.today.amount", String.class))
                .isEqualTo(board().get("/api/v1/contributions?financialYear=2018-19")
                        .jsonPath()
                        .getList("items.total.amount", String.class));
        assertThat(json.getList("partners.total.whatIf.amount", String.class))
                .containsExactly("4866666.67", "4866666.67", "4866666.66");
        assertThat(contributions()).isEqualTo(before);
    }

    @Test
    void other_driver_values_and_another_kept_scheme_stand_in() {
        whatIf(board(), "\"from\":\"2018-19\",\"driverValues\":{\"users\":{\"LBB\":1,\"LBL\":1,\"LBS\":2}}")
                .body("partners.total.whatIf.amount", contains("3650000.00", "3650000.00", "7300000.00"));
        approvedScheme("T-WHATIF", "2016-04-01", "\"method\":\"FIXED_PERCENT\",\"weights\":{\"LBB\":50,\"LBS\":50}");
        whatIf(board(), "\"from\":\"2018-19\",\"schemes\":{\"STS-BASE\":{\"scheme\":\"T-WHATIF\"}}")
                .body("partners.find { it.partner == 'LBL' }.total.whatIf.amount", is("0.00"))
                .body("partners.find { it.partner == 'LBL' }.total.difference.amount", is("-4193542.17"));
    }

    @Test
    void a_partner_that_nobody_knows_yet_joins_with_the_weight_it_brings() {
        whatIf(
                        board(),
                        "\"from\":\"2018-19\",\"members\":[{\"partner\":\"NEW\",\"memberFrom\":\"2018-10-01\"}],"
                                + "\"driverValues\":{\"users\":{\"LBB\":3120,\"LBL\":2980,\"LBS\":4275,\"NEW\":1000}}")
                .statusCode(200)
                .body("partners.partner", contains("LBB", "LBL", "LBS", "NEW"))
                .body("partners.find { it.partner == 'NEW' }.total.today.amount", is("0.00"));
    }

    @Test
    void months_add_up_to_the_year_for_every_partner() {
        JsonPath json = whatIf(
                        board(),
                        "\"from\":\"2017-18\",\"byMonth\":true,\"members\":[{\"partner\":\"LBS\",\"memberFrom\":\"2017-06-15\"}]")
                .body("years[0].partners[0].months.period", hasSize(13))
                .extract()
                .jsonPath();
        for (int i = 0; i < 3; i++) {
            String partner = "years[0].partners[" + i + "].";
            for (String side : List.of("today", "whatIf", "difference")) {
                assertThat(sum(json.getList(partner + "months.amounts." + side + ".amount")))
                        .isEqualTo(new BigDecimal(json.getString(partner + "total." + side + ".amount")));
            }
        }
    }

    @Test
    void a_range_of_years_is_shown_year_by_year_and_added_up() {
        JsonPath json = whatIf(
                        board(),
                        "\"from\":\"2016-17\",\"to\":\"2018-19\",\"members\":[{\"partner\":\"LBS\",\"memberFrom\":\"2016-04-01\"}]")
                .body("years.financialYear", contains("2016-17", "2017-18", "2018-19"))
                .extract()
                .jsonPath();
        assertThat(json.getString("total.today.amount")).isEqualTo("21400000.00");
        assertThat(sum(json.getList("partners.total.whatIf.amount"))).isEqualTo(new BigDecimal("21400000.00"));
    }

    @Test
    void an_outturn_is_divided_otherwise_too() {
        whatIf(
                        board(),
                        "\"from\":\"2020-21\",\"basis\":\"ACTUAL\",\"schemes\":{\"STS-BASE\":{\"method\":\"DIRECT\",\"weights\":{\"LBB\":1}}}")
                .body("basis", is("ACTUAL"))
                .body("total.today.amount", is("15553300.00"))
                .body("total.whatIf.amount", is("15553300.00"));
    }

    @Test
    void a_council_sees_its_own_and_the_others_as_one() {
        ValidatableResponse seen = whatIf(
                        borough("LBL"),
                        "\"from\":\"2018-19\",\"byMonth\":true,\"schemes\":{\"STS-BASE\":{\"method\":\"EQUAL\","
                                + "\"weights\":{\"LBB\":1,\"LBL\":1,\"LBS\":1}}}")
                .statusCode(200)
                .body("partners.partner", contains("LBL", "OTHERS"))
                .body("years[0].partners.partner", contains("LBL", "OTHERS"))
                .body("total", nullValue())
                .body("years.total", everyItem(nullValue()));
        assertThat(seen.extract().asString()).doesNotContain("LBB", "LBS", "4390554", "6015903");
        assertThat(sum(seen.extract().jsonPath().getList("partners.total.whatIf.amount")))
                .isEqualTo(new BigDecimal("14600000.00"));
    }

    @Test
    void a_council_cannot_work_out_what_another_weighs_by_leaving_it_out() {
        for (String member : List.of(
                "{\"partner\":\"LBB\",\"memberTo\":\"2018-03-31\"}",
                "{\"partner\":\"LBS\",\"parent\":\"LBL\"}",
                "{\"partner\":\"NEW\"}")) {
            whatIf(borough("LBL"), "\"from\":\"2018-19\",\"members\":[" + member + "]")
                    .statusCode(422)
                    .body("code", is("member-not-yours"))
                    .body("errors.pointer", contains("/members/0/partner"));
        }
        whatIf(borough("LBL"), "\"from\":\"2018-19\",\"members\":[{\"partner\":\"LBL\",\"memberTo\":\"2018-09-30\"}]")
                .statusCode(200)
                .body("partners.partner", contains("LBL", "OTHERS"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"from\":\"2018-20\"' | financial-year-unknown | /from",
                "'\"from\":\"2018-19\",\"to\":\"2016-17\"' | years-out-of-range | /to",
                "'\"from\":\"2018-19\",\"period\":3' | period-out-of-range | /period",
                "'\"from\":\"2018-19\",\"schemes\":{\"NONE\":{\"scheme\":\"STS-BASE\"}}' | scheme-unknown | /schemes/NONE",
                "'\"from\":\"2018-19\",\"schemes\":{\"STS-BASE\":{\"scheme\":\"NONE\"}}' | scheme-unknown | /schemes/STS-BASE/scheme",
                "'\"from\":\"2018-19\",\"schemes\":{\"STS-BASE\":{}}' | stand-in-unclear | /schemes/STS-BASE",
                "'\"from\":\"2018-19\",\"schemes\":{\"STS-BASE\":{\"method\":\"EQUAL\",\"weights\":{\"QQ\":1}}}' | partner-unknown | /schemes/STS-BASE/weights/QQ",
                "'\"from\":\"2018-19\",\"driverValues\":{\"calls\":{\"LBB\":1}}' | driver-not-used | /driverValues/calls",
                "'\"from\":\"2018-19\",\"driverValues\":{\"users\":{\"QQ\":1}}' | partner-unknown | /driverValues/users/QQ",
                "'\"from\":\"2018-19\",\"members\":[{\"partner\":\"NEW\"}]' | member-without-weight | /members/0",
                "'\"from\":\"2018-19\",\"members\":[{\"partner\":\"LBB\",\"parent\":\"QQ\"}]' | partner-unknown | /members/0/parent",
                "'\"from\":\"2018-19\",\"members\":[{\"partner\":\"LBB\",\"memberFrom\":\"2018-05-01\",\"memberTo\":\"2018-04-01\"}]' | dates-reversed | /members/0/memberTo"
            })
    void an_assumption_that_cannot_be_is_refused_where_it_stands(String body, String code, String pointer) {
        whatIf(board(), body).statusCode(422).body("code", is(code)).body("errors.pointer", contains(pointer));
    }

    @Test
    void desks_and_strangers_have_no_what_ifs() {
        whatIf(as(Tokens.desk()), "\"from\":\"2018-19\"").statusCode(403);
    }

    private static ValidatableResponse whatIf(RequestSpecification who, String body) {
        return who.body("{" + body + "}").post("/api/v1/apportionments/what-if").then();
    }

    private static String contributions() {
        return board().get("/api/v1/contributions?financialYear=2018-19").asString();
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
