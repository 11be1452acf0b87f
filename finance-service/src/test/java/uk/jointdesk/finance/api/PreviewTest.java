package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PreviewTest extends ServiceTest {

    @Test
    void a_preview_needs_only_total_method_and_weights() {
        preview("{\"total\":%s,\"method\":\"FIXED_PERCENT\",\"weights\":{\"LBB\":98,\"LBL\":2}}", "182.25")
                .statusCode(200)
                .body("shares.partner", contains("LBB", "LBL"))
                .body("shares.amount.amount", contains("178.61", "3.64"))
                .body("shares[0].amount.currency", is("GBP"))
                .body("shares[0].fraction.numerator", is(49))
                .body("shares[0].fraction.denominator", is(50))
                .body("shares[0].fraction.percent", is("98.00"))
                .body("method", is("FIXED_PERCENT"))
                .body("remainderRule", is("LARGEST_REMAINDER"))
                .body("segments", nullValue());
    }

    @Test
    void decimal_weights_are_taken_digit_by_digit() {
        preview(
                        "{\"total\":%s,\"method\":\"FIXED_PERCENT\",\"weights\":{\"LBB\":33.33,\"LBL\":\"33.33\",\"LBS\":33.34}}",
                        "785.08")
                .statusCode(200)
                .body("shares.amount.amount", contains("261.67", "261.67", "261.74"));
    }

    @Test
    void a_negative_total_is_divided_by_its_absolute_value() {
        preview("{\"total\":%s,\"method\":\"EQUAL\",\"weights\":{\"LBB\":1,\"LBL\":1,\"LBS\":1}}", "-100.00")
                .statusCode(200)
                .body("shares.amount.amount", contains("-33.34", "-33.33", "-33.33"));
    }

    @Test
    void a_dated_cost_counts_by_days_of_the_registered_membership() {
        preview(
                        "{\"total\":%s,\"method\":\"EQUAL\",\"weights\":{\"LBB\":1,\"LBL\":1,\"LBS\":1},"
                                + "\"from\":\"2017-04-01\",\"to\":\"2018-03-31\"}",
                        "3400000.00")
                .statusCode(200)
                .body("segments.days", contains(214, 151))
                .body("segments.cost.amount", contains("1993424.66", "1406575.34"))
                .body("shares.amount.amount", contains("1465570.78", "1465570.78", "468858.44"));
    }

    @Test
    void members_of_a_what_if_leave_and_nest() {
        preview(
                        "{\"total\":%s,\"method\":\"DRIVER\",\"weights\":{\"LBB\":3120,\"LBL\":2480,\"LH\":500,\"LBS\":4275},"
                                + "\"from\":\"2021-04-01\",\"to\":\"2022-03-31\",\"members\":["
                                + "{\"partner\":\"LBS\",\"memberTo\":\"2021-10-31\"},{\"partner\":\"LH\",\"parent\":\"LBL\"}]}",
                        "14600000.00")
                .statusCode(200)
                .body("shares.partner", contains("LBB", "LBL", "LBS"))
                .body("shares.amount.amount", contains("5663499.43", "5409368.04", "3527132.53"))
                .body("shares[1].within.partner", contains("LBL", "LH"))
                .body("shares[0].within", nullValue());
    }

    @Test
    void a_mix_of_drivers_names_its_drivers_and_shows_what_is_left_out() {
        preview(
                        "{\"total\":%s,\"method\":\"WEIGHTED\",\"weights\":{\"users\":0.6,\"devices\":0.4},"
                                + "\"drivers\":{\"users\":{\"LBB\":1,\"LBL\":3},\"devices\":{\"LBB\":1,\"LBL\":1,\"UNATTRIBUTED\":9}}}",
                        "100.00")
                .statusCode(200)
                .body("shares.amount.amount", contains("35.00", "65.00"))
                .body("leftOut.devices", is(9));
    }

    @Test
    void a_council_may_preview_with_numbers_of_its_own() {
        borough("LBL")
                .body("{\"total\":" + money("1.00") + ",\"method\":\"DIRECT\",\"weights\":{\"LBL\":1}}")
                .post("/api/v1/apportionments/preview")
                .then()
                .statusCode(200)
                .body("shares", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1.005\"", "\"1\"", "12.50", "\"1,000.00\"", "null", "{}", "\"99999999999999.00\""})
    void money_that_is_not_text_with_two_decimals_is_refused_where_it_stands(String amount) {
        refused(
                "{\"total\":{\"amount\":" + amount
                        + ",\"currency\":\"GBP\"},\"method\":\"EQUAL\",\"weights\":{\"LBB\":1}}",
                422,
                "money-malformed",
                "/total/amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"EQUAL\",\"weights\":{\"LBB\":0,\"LBL\":0}' | weights-zero | /weights",
                "'\"DRIVER\",\"weights\":{\"LBB\":0}' | weights-zero | /weights",
                "'\"DRIVER\",\"weights\":{\"LBB\":-1,\"LBL\":2}' | weight-negative | /weights/LBB",
                "'\"DRIVER\",\"weights\":{\"LBB\":null}' | weight-missing | /weights/LBB",
                "'\"EQUAL\",\"weights\":{\"LBX\":1}' | partner-unknown | /weights/LBX",
                "'\"EQUAL\",\"weights\":{\"a/b~c\":1}' | partner-unknown | /weights/a~1b~0c",
                "'\"FIXED_PERCENT\",\"weights\":{\"LBB\":50,\"LBL\":49.99}' | percent-not-100 | /weights",
                "'\"DIRECT\",\"weights\":{\"LBB\":1,\"LBL\":1}' | direct-needs-one | /weights",
                "'\"EQUAL\",\"weights\":{}' | body-invalid | /weights",
                "'\"EQUAL\"' | body-invalid | /weights",
                "'\"WEIGHTED\",\"weights\":{\"users\":0.5},\"drivers\":{\"users\":{\"LBB\":1}}' | mix-not-whole | /weights",
                "'\"WEIGHTED\",\"weights\":{\"users\":1},\"drivers\":{\"users\":{\"LBX\":1}}' | partner-unknown | /drivers/users/LBX",
                "'\"EQUAL\",\"weights\":{\"LBB\":1},\"from\":\"2021-04-01\"' | dates-needed | /to",
                "'\"EQUAL\",\"weights\":{\"LBB\":1},\"from\":\"2021-04-02\",\"to\":\"2021-04-01\"' | dates-reversed | /to",
                "'\"EQUAL\",\"weights\":{\"LBB\":1},\"members\":[{\"partner\":\"LBB\",\"parent\":\"QQ\"}]' | partner-unknown | /members/0/parent"
            })
    void a_broken_rule_is_a_422_that_points_at_the_number(String rest, String code, String pointer) {
        refused("{\"total\":" + money("10.00") + ",\"method\":" + rest + "}", 422, code, pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"GUESS\",\"weights\":{\"LBB\":1}' | /method",
                "'\"EQUAL\",\"weights\":{\"LBB\":1e3}' | /weights/LBB",
                "'\"EQUAL\",\"weights\":{\"LBB\":\"many\"}' | /weights/LBB",
                "'\"EQUAL\",\"weights\":{\"LBB\":[1]}' | /weights/LBB",
                "'\"EQUAL\",\"weights\":{\"LBB\":1},\"from\":\"soon\"' | /from",
                "'\"EQUAL\",\"weights\":{\"LBB\":1},\"total2\":1' | /total2"
            })
    void what_cannot_be_read_is_a_400_that_points_at_it(String rest, String pointer) {
        refused("{\"total\":" + money("10.00") + ",\"method\":" + rest + "}", 400, "body-malformed", pointer);
    }

    @Test
    void other_currencies_and_absent_bodies_are_refused() {
        refused(
                "{\"total\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"method\":\"EQUAL\",\"weights\":{\"LBB\":1}}",
                422,
                "currency-unknown",
                "/total/currency");
        finance().post("/api/v1/apportionments/preview").then().statusCode(422);
        finance().body("{").post("/api/v1/apportionments/preview").then().statusCode(400);
    }

    private static ValidatableResponse preview(String body, String total) {
        return post("apportionments/preview", body.formatted(money(total)));
    }

    private static void refused(String body, int status, String code, String pointer) {
        post("apportionments/preview", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", is(code))
                .body("errors.pointer", contains(pointer))
                .body("requestId", notNullValue());
    }
}
