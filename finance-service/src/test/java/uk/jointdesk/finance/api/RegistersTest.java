package uk.jointdesk.finance.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class RegistersTest extends ServiceTest {

    @Test
    void a_scheme_has_dated_versions_and_the_next_one_begins_later() {
        post("apportionment-schemes", "{\"code\":\"T-DEV\",\"title\":\"Devices\"}")
                .statusCode(201)
                .body("versions", is(0));
        post("apportionment-schemes", "{\"code\":\"T-DEV\",\"title\":\"Devices\"}")
                .statusCode(409);
        post("apportionment-schemes/T-DEV/versions", version("2020-04-01"))
                .statusCode(201)
                .body("version", is(1));
        post("apportionment-schemes/T-DEV/versions", version("2020-04-01"))
                .statusCode(422)
                .body("errors.pointer", contains("/validFrom"));
        post("apportionment-schemes/T-DEV/versions", version("2021-04-01"))
                .statusCode(201)
                .body("version", is(2));
        board().get("/api/v1/apportionment-schemes/T-DEV/versions")
                .then()
                .body("items.validFrom", contains("2020-04-01", "2021-04-01"))
                .body("items[0].weights.users", is(0.25f))
                .body("items[0].drivers.devices.LBL", is(7))
                .body("items[0].remainderRule", is("LARGEST_REMAINDER"));
        post("apportionment-schemes/NONE/versions", version("2020-04-01")).statusCode(404);
    }

    private static String version(String from) {
        return "{\"validFrom\":\"" + from + "\",\"method\":\"WEIGHTED\",\"weights\":{\"users\":0.25,\"devices\":0.75},"
                + "\"drivers\":{\"users\":{\"LBB\":3,\"LBL\":4},\"devices\":{\"LBB\":5,\"LBL\":7}},\"source\":\"test\"}";
    }

    @Test
    void the_seeded_schemes_say_what_is_assumed() {
        board().get("/api/v1/apportionment-schemes/STS-BASE/versions")
                .then()
                .body("items.method", contains("FIXED_PERCENT", "EQUAL", "DRIVER"))
                .body("items.assumption", contains(false, true, true))
                .body("items[2].weights.LH", is(500));
        board().get("/api/v1/apportionment-schemes").then().body("items.code", hasItems("STS-BASE", "STS-COVID"));
    }

    @Test
    void the_published_variances_come_out_of_monitoring() {
        board().get("/api/v1/budget-monitoring?financialYear=2020-21&period=12")
                .then()
                .body("kinds.find { it.kind == 'BASE' }.variance.amount", is("-1500.00"))
                .body("items.find { it.line == 'COVID' }.actual.amount", is("954800.00"));
        board().get("/api/v1/budget-monitoring?financialYear=2021-22&period=2")
                .then()
                .body("items.find { it.line == 'BASE' }.variance.amount", is("45000.00"))
                .body("items.find { it.line == 'BASE' }.basisOfForecast.toPeriod", is(2))
                .body("total.line", is("ALL"));
    }

    @Test
    void a_budget_line_changes_only_from_the_version_that_was_read() {
        budgetOf("2040-41");
        line("2040-41", "BASE", "BASE", "10.00", "STS-BASE").statusCode(201).header("ETag", "\"1\"");
        line("2040-41", "BASE", "BASE", "10.00", "STS-BASE").statusCode(409);
        line("2040-41", "NOBODY", "BASE", "10.00", null).statusCode(422).body("errors.pointer", contains("/scheme"));
        line("2040-41", "NOSCHEME", "BASE", "10.00", "NONE").statusCode(422).body("code", is("scheme-not-in-force"));
        line("2041-42", "BASE", "BASE", "10.00", "STS-BASE").statusCode(422).body("code", is("financial-year-unknown"));
        String path = "/api/v1/budget-lines/2040-41/BASE";
        String patch = "{\"budget\":" + money("12.00") + "}";
        finance().body(patch).patch(path).then().statusCode(428);
        finance()
                .header("If-Match", "\"1\"")
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("budget.amount", is("12.00"))
                .body("title", is("T"));
        finance().header("If-Match", "\"1\"").body(patch).patch(path).then().statusCode(412);
        board().get("/api/v1/budgets/2040-41").then().body("total.amount", is("12.00"));
        board().get("/api/v1/budget-lines?financialYear=2040-41").then().body("items", hasSize(1));
        board().get("/api/v1/budget-lines/2040-41/NONE").then().statusCode(404);
    }

    @Test
    void a_partner_joins_and_its_last_day_is_recorded() {
        String body = "{\"code\":\"LBH\",\"name\":\"Harrow\",\"memberFrom\":\"2030-04-01\",\"source\":\"test\"}";
        post("funding-partners", body).statusCode(201);
        post("funding-partners", body).statusCode(409);
        finance()
                .header("If-Match", "\"1\"")
                .body("{\"memberTo\":\"2029-01-01\"}")
                .patch("/api/v1/funding-partners/LBH")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/memberTo"));
        finance()
                .header("If-Match", "\"1\"")
                .body("{\"memberTo\":\"2031-03-31\"}")
                .patch("/api/v1/funding-partners/LBH")
                .then()
                .statusCode(200)
                .body("memberTo", is("2031-03-31"));
        post("funding-partners", body.replace("LBH", "OTHERS")).statusCode(422);
        post("funding-partners", body.replace("\"LBH\"", "\"LHX\",\"parent\":\"LH\""))
                .statusCode(422);
    }

    @Test
    void a_year_has_twelve_periods_and_a_closing_one() {
        board().get("/api/v1/financial-years")
                .then()
                .body("items.find { it.code == '2020-21' }.periods", hasSize(13))
                .body("items.find { it.code == '2020-21' }.from", is("2020-04-01"));
        post("financial-years", "{\"code\":\"2020-22\"}").statusCode(422).body("errors.pointer", contains("/code"));
        post("financial-years", "{\"code\":\"2020-21\"}").statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "financial-years",
                "budgets",
                "budget-lines",
                "postings",
                "funding-partners",
                "apportionment-schemes",
                "apportionment-schemes/STS-BASE/versions",
                "budget-monitoring?financialYear=2020-21"
            })
    void reading_the_books_is_for_finance_board_auditor_and_the_suite_only(String path) {
        for (String token : List.of(Tokens.finance(), Tokens.board(), Tokens.auditor(), Tokens.suite())) {
            as(token).get("/api/v1/" + path).then().statusCode(200);
        }
        for (String token : List.of(Tokens.borough("LBL"), Tokens.desk(), Tokens.admin(), Tokens.performance())) {
            as(token).get("/api/v1/" + path).then().statusCode(403);
        }
        given().get("/api/v1/" + path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "financial-years",
                "budgets",
                "budget-lines",
                "postings",
                "funding-partners",
                "apportionment-schemes",
                "apportionment-schemes/STS-BASE/versions"
            })
    void writing_is_for_finance_officers_only(String path) {
        for (String token : List.of(Tokens.board(), Tokens.auditor(), Tokens.suite(), Tokens.borough("LBB"))) {
            as(token).body("{}").post("/api/v1/" + path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"contributions?financialYear=2018-19", "covid-expenditure"})
    void contributions_are_closed_to_desks_and_strangers(String path) {
        as(Tokens.desk()).get("/api/v1/" + path).then().statusCode(403);
        given().get("/api/v1/" + path).then().statusCode(401);
    }

    @Test
    void a_finance_role_for_one_partner_only_does_not_open_the_books() {
        String narrow = Tokens.of("narrow", List.of("finance-officer"), List.of("LBL"));
        for (String path : List.of("budgets", "budget-lines", "postings", "apportionment-schemes")) {
            as(narrow).get("/api/v1/" + path).then().statusCode(403).body("code", is("scope-too-narrow"));
        }
        as(narrow)
                .get("/api/v1/contributions?financialYear=2018-19")
                .then()
                .body("items.partner", contains("LBL", "OTHERS"));
    }

    @Test
    void the_service_is_ready_and_its_contract_names_every_operation() {
        given().get("/q/health/ready").then().statusCode(200);
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/apportionments/preview'.post.summary", notNullValue())
                .body("paths.'/api/v1/contributions'.get.security", notNullValue())
                .body("components.schemas.MoneyInput.properties.amount.type", is("string"));
    }
}
