package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
class ForecastsTest extends ServiceTest {
    private static final String YEAR = "2044-45";

    @BeforeEach
    void a_year_with_two_months_of_spending() {
        if (board().get("/api/v1/budgets/" + YEAR).statusCode() == 404) {
            budgetOf(YEAR);
            line(YEAR, "STAFF", "BASE", "1200.00", "STS-BASE").statusCode(201);
            line(YEAR, "TOOLS", "BASE", "600.00", "STS-BASE").statusCode(201);
            spend("2044-04-10", "STAFF", "130.00");
            spend("2044-05-10", "STAFF", "150.00");
            spend("2044-05-20", "TOOLS", "40.00");
        }
    }

    @Test
    void jc30_the_published_forecast_says_how_it_was_made_and_what_moves_it() {
        board().get("/api/v1/budget-monitoring?financialYear=2021-22&period=2")
                .then()
                .body("items.find { it.line == 'BASE' }.variance.amount", is("45000.00"))
                .body("items.find { it.line == 'BASE' }.cause", is("Agency staff until permanent posts are filled"))
                .body("items.find { it.line == 'BASE' }.basisOfForecast.fromPeriod", is(1))
                .body("items.find { it.line == 'BASE' }.basisOfForecast.toPeriod", is(2))
                .body("items.find { it.line == 'BASE' }.basisOfForecast.method", is("MANUAL"))
                .body("items.find { it.line == 'BASE' }.basisOfForecast.driver", is("AGENCY_STAFF"));
        board().get("/api/v1/forecasts?financialYear=2021-22&budgetLine=BASE")
                .then()
                .body("items[0].amount.amount", is("14645000.00"));
    }

    @Test
    void all_lines_are_forecast_by_one_method_and_the_latest_shows_in_monitoring() {
        make("\"method\":\"RUN_RATE\",\"toPeriod\":2")
                .statusCode(201)
                .body("items.budgetLine", contains("STAFF", "TOOLS"))
                .body("items.amount.amount", contains("1680.00", "240.00"))
                .body("total.amount", is("1920.00"));
        make("\"method\":\"ACTUAL_PLUS_REMAINING_BUDGET\",\"toPeriod\":2,\"budgetLine\":\"TOOLS\"")
                .statusCode(201)
                .body("items[0].amount.amount", is("540.00"));
        board().get("/api/v1/budget-monitoring?period=2&financialYear=" + YEAR)
                .then()
                .body("items.expected.amount", contains("1680.00", "540.00"))
                .body("items.budgetToDate.amount", contains("200.00", "100.00"))
                .body("items.varianceToDate.amount", contains("80.00", "-60.00"))
                .body("items[1].basisOfForecast.method", is("ACTUAL_PLUS_REMAINING_BUDGET"))
                .body("total.variance.amount", is("420.00"));
        board().get("/api/v1/budget-monitoring?period=1&financialYear=" + YEAR)
                .then()
                .body("items[0].basisOfForecast", nullValue());
        board().get("/api/v1/forecasts?financialYear=" + YEAR)
                .then()
                .body("items.method", hasItem("RUN_RATE"))
                .body("items.madeBy", hasItem("finance"));
    }

    @Test
    void methods_stand_side_by_side_and_profiles_are_kept() {
        String weights = "\"weights\":[1,3,1,1,1,1,1,1,1,1,1,1]";
        String profile = "{\"code\":\"EASTER-44\",\"title\":\"Easter\",\"source\":\"test\"," + weights + "}";
        if (board().get("/api/v1/spend-profiles")
                .path("items.findAll { it.code == 'EASTER-44' }.size()")
                .equals(0)) {
            post("spend-profiles", profile).statusCode(201);
        }
        post("spend-profiles", profile).statusCode(409);
        post("spend-profiles", profile.replace("[1,3", "[-1,3").replace("EASTER-44", "E-45"))
                .statusCode(422);
        board().get("/api/v1/forecasts/comparison?toPeriod=2&profile=EASTER-44&financialYear=" + YEAR)
                .then()
                .statusCode(200)
                .body("items.find { it.budgetLine == 'STAFF' }.outturn.RUN_RATE.amount", is("1680.00"))
                .body("items.find { it.budgetLine == 'STAFF' }.outturn.PROFILE.amount", is("980.00"));
        board().get("/api/v1/forecasts/comparison?toPeriod=14&financialYear=" + YEAR)
                .then()
                .statusCode(400);
    }

    @Test
    void forecasts_are_judged_when_the_year_is_over_and_not_before() {
        board().get("/api/v1/forecasts/accuracy?financialYear=" + YEAR)
                .then()
                .body("yearOver", is(false))
                .body("items", empty());
        String over = "2019-20";
        if (board().get("/api/v1/budgets/" + over).statusCode() == 404) {
            budgetOf(over);
            line(over, "STAFF", "BASE", "1200.00", "STS-BASE").statusCode(201);
            spend("2019-04-10", "STAFF", "100.00");
            spend("2019-12-10", "STAFF", "900.00");
            String manual =
                    "\"method\":\"MANUAL\",\"budgetLine\":\"STAFF\",\"reason\":\"Posts\",\"toPeriod\":%d,\"amount\":%s";
            make(over, manual.formatted(2, money("1100.00"))).statusCode(201);
            make(over, manual.formatted(6, money("950.00"))).statusCode(201);
        }
        board().get("/api/v1/forecasts/accuracy?financialYear=" + over)
                .then()
                .body("yearOver", is(true))
                .body("items.error.amount", contains("100.00", "-50.00"))
                .body("items.ratio.percent", contains("10.00", "-5.00"))
                .body("byPeriod.toPeriod", contains(2, 6))
                .body("byPeriod.meanError.percent", contains("10.00", "5.00"))
                .body("byPeriod", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"method\":\"MANUAL\",\"toPeriod\":2,\"budgetLine\":\"STAFF\",\"reason\":\"r\" | amount-misplaced | /amount",
                "\"method\":\"MANUAL\",\"toPeriod\":2,\"budgetLine\":\"STAFF\",\"amount\":M | reason-missing | /reason",
                "\"method\":\"MANUAL\",\"toPeriod\":2,\"reason\":\"r\",\"amount\":M | line-missing | /budgetLine",
                "\"method\":\"RUN_RATE\",\"toPeriod\":2,\"fromPeriod\":3 | periods-reversed | /fromPeriod",
                "\"method\":\"RUN_RATE\",\"toPeriod\":2,\"profile\":\"X\" | profile-misplaced | /profile",
                "\"method\":\"PROFILE\",\"toPeriod\":2,\"profile\":\"NONE\" | profile-unknown | /profile",
                "\"method\":\"RUN_RATE\",\"toPeriod\":2,\"budgetLine\":\"NONE\" | line-unknown | /budgetLine"
            })
    void a_forecast_that_makes_no_sense_is_pointed_at(String body, String code, String pointer) {
        make(body.replace(":M", ":" + money("1.00")))
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forecasts?financialYear=2021-22",
                "forecasts/comparison?financialYear=2021-22",
                "forecasts/accuracy?financialYear=2020-21",
                "spend-profiles",
                "commitments",
                "accruals?financialYear=2021-22",
                "funds",
                "funds/CYBER-AWARD/claims"
            })
    void councils_and_desks_do_not_read_the_whole_services_books(String path) {
        for (String token : List.of(Tokens.finance(), Tokens.board(), Tokens.auditor(), Tokens.suite())) {
            as(token).get("/api/v1/" + path).then().statusCode(200);
        }
        for (String token : List.of(Tokens.borough("LBL"), Tokens.desk(), Tokens.admin())) {
            as(token).get("/api/v1/" + path).then().statusCode(403);
        }
        String narrow = Tokens.of("narrow", List.of("finance-officer"), List.of("LBL"));
        as(narrow).get("/api/v1/" + path).then().statusCode(403).body("code", is("scope-too-narrow"));
    }

    private static ValidatableResponse make(String body) {
        return make(YEAR, body);
    }

    private static ValidatableResponse make(String year, String body) {
        return post(
                "forecasts",
                "{\"financialYear\":\"%s\",\"cause\":\"Agency staff\",\"source\":\"test\",%s}".formatted(year, body));
    }

    private static void spend(String day, String line, String amount) {
        post(
                        "postings",
                        ("{\"date\":\"%s\",\"description\":\"d\",\"lines\":[{\"account\":\"EXPENDITURE\",\"budgetLine\":\"%s\","
                                        + "\"debit\":%s},{\"account\":\"CREDITORS\",\"credit\":%s}]}")
                                .formatted(day, line, money(amount), money(amount)))
                .statusCode(201);
    }
}
