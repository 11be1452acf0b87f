package uk.jointdesk.finance.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.testkit.Tokens;

/** Finance proposes how costs are divided, the board decides, and weights are read from what was measured. */
@QuarkusTest
class SchemeApprovalTest extends ServiceTest {
    private static final String HALVES = "\"method\":\"EQUAL\",\"weights\":{\"LBB\":1,\"LBL\":1}";

    @Test
    void a_version_is_in_force_only_when_the_board_has_approved_it() {
        scheme("T-BOARD");
        propose("T-BOARD", "2053-04-01", HALVES).statusCode(201).body("status", is("PROPOSED"));
        budgetOf("2053-54");
        line("2053-54", "WAIT", "BASE", "10.00", "T-BOARD").statusCode(422).body("code", is("scheme-not-in-force"));
        decide("T-BOARD", 1, "APPROVED")
                .statusCode(200)
                .body("status", is("APPROVED"))
                .body("decision.by", is("board"))
                .body("decision.reason", is("Board of May"));
        line("2053-54", "WAIT", "BASE", "10.00", "T-BOARD").statusCode(201);
        decide("T-BOARD", 1, "REJECTED").statusCode(409).body("code", is("version-decided"));
        decide("T-BOARD", 2, "APPROVED").statusCode(404);
        decide("T-NOBODY", 1, "APPROVED").statusCode(404);
    }

    @Test
    void a_rejected_version_never_comes_into_force_and_frees_its_day() {
        scheme("T-REJECT");
        propose("T-REJECT", "2053-04-01", HALVES).statusCode(201);
        propose("T-REJECT", "2053-04-01", HALVES).statusCode(422).body("code", is("version-not-later"));
        decide("T-REJECT", 1, "REJECTED").body("status", is("REJECTED"));
        propose("T-REJECT", "2053-04-01", HALVES).statusCode(201).body("version", is(2));
    }

    @Test
    void who_proposes_does_not_decide_and_finance_does_not_at_all() {
        scheme("T-OWN");
        String both = Tokens.of("both-hats", List.of("finance-officer", "board-member"), List.of("*"));
        as(both).body("{\"validFrom\":\"2053-04-01\"," + HALVES + ",\"source\":\"test\"}")
                .post("/api/v1/apportionment-schemes/T-OWN/versions")
                .then()
                .statusCode(201);
        String decision = "{\"outcome\":\"APPROVED\",\"reason\":\"mine\"}";
        String path = "/api/v1/apportionment-schemes/T-OWN/versions/1/decision";
        as(both).body(decision).post(path).then().statusCode(403).body("code", is("approver-is-proposer"));
        for (String token : List.of(Tokens.finance(), Tokens.auditor(), Tokens.borough("LBB"))) {
            as(token).body(decision).post(path).then().statusCode(403);
        }
        board().body("{\"outcome\":\"MAYBE\",\"reason\":\"x\"}")
                .post(path)
                .then()
                .statusCode(400);
        board().body("{\"outcome\":\"APPROVED\",\"reason\":\"\"}")
                .post(path)
                .then()
                .statusCode(422);
    }

    @Test
    void what_was_in_force_before_approvals_were_recorded_is_approved() {
        board().get("/api/v1/apportionment-schemes/STS-BASE/versions")
                .then()
                .body("items[0].status", is("APPROVED"))
                .body("items[2].driver", is("users"))
                .body("items[2].reading.rule", is("SNAPSHOT"))
                .body("items[2].reading.from", is("2018-03"));
    }

    @Test
    void weights_are_read_as_the_mean_of_the_year_before_exactly() {
        for (int month = 1; month <= 3; month++) {
            value("headcount", "LBB", "2054-0" + month, month == 2 ? "11" : "10");
        }
        value("headcount", "LBL", "2054-03", "7");
        value("headcount", "UNATTRIBUTED", "2054-03", "99");
        scheme("T-MEAN");
        propose(
                        "T-MEAN",
                        "2054-04-01",
                        "\"method\":\"DRIVER\",\"driver\":\"headcount\",\"reading\":{\"rule\":\"PREVIOUS_YEAR_AVERAGE\"}")
                .statusCode(201)
                .body("weights.LBB", is("31/3"))
                .body("weights.LBL", is(7))
                .body("weights.UNATTRIBUTED", is(99))
                .body("reading.from", is("2053-04"))
                .body("reading.to", is("2054-03"));
        decide("T-MEAN", 1, "APPROVED").body("weights.LBB", is("31/3"));
        budgetOf("2054-55");
        line("2054-55", "MEAN", "BASE", "520.00", "T-MEAN").statusCode(201);
        board().get("/api/v1/contributions?financialYear=2054-55")
                .then()
                .body("items.total.amount", contains("310.00", "210.00"));
    }

    @Test
    void weights_change_only_when_a_driver_moved_further_than_tolerated_and_the_finding_is_kept() {
        value("devices", "LBB", "2055-03", "50");
        value("devices", "LBL", "2055-03", "50");
        approvedScheme(
                "T-TOL",
                "2055-04-01",
                "\"method\":\"DRIVER\",\"driver\":\"devices\",\"reading\":{\"rule\":\"SNAPSHOT\",\"snapshotOn\":\"2055-03-31\"},"
                        + "\"tolerancePoints\":2,\"reviewOn\":\"2056-01-01\"");
        value("devices", "LBB", "2055-05", "52");
        value("devices", "LBL", "2055-05", "48");
        review("T-TOL", "2055-06-01").body("due", is(false)).body("movements.points", contains("2.00", "2.00"));
        rebase("T-TOL", "2055-07-01", "2055-05-31")
                .statusCode(201)
                .body("outcome", is("WEIGHTS_STAY"))
                .body("version", nullValue())
                .body("movements[0].inForce.percent", is("50.00"))
                .body("movements[0].read.percent", is("52.00"));
        value("devices", "LBB", "2055-06", "5201");
        review("T-TOL", "2055-06-30").body("months.to", is("2055-05"));
        rebase("T-TOL", "2055-08-01", "2055-06-30").statusCode(422).body("code", is("driver-values-incomplete"));
        value("devices", "LBL", "2055-06", "4799");
        review("T-TOL", "2055-06-30").body("due", is(true)).body("reasons", contains("DRIVER_MOVED"));
        review("T-TOL", "2056-01-01").body("reasons", contains("DATE_REACHED", "DRIVER_MOVED"));
        rebase("T-TOL", "2055-08-01", "2055-06-30")
                .body("outcome", is("RE_SPLIT"))
                .body("version", is(2));
        board().get("/api/v1/apportionment-schemes/T-TOL/versions")
                .then()
                .body("items[1].status", is("APPROVED"))
                .body("items[1].follows", is(1))
                .body("items[1].weights.LBB", is(5201))
                .body("items[1].decision.by", is("rule of version 1"));
        board().get("/api/v1/apportionment-schemes/T-TOL/rebasings")
                .then()
                .body("items.outcome", contains("WEIGHTS_STAY", "RE_SPLIT"));
        rebase("T-TOL", "2055-08-01", "2055-06-30").statusCode(422).body("code", is("version-not-later"));
    }

    @Test
    void given_weights_are_reviewed_by_their_driver_but_not_read_again() {
        value("smartphones", "LBB", "2056-03", "1");
        value("smartphones", "LBL", "2056-03", "1");
        approvedScheme(
                "T-GIVEN",
                "2056-04-01",
                "\"method\":\"DRIVER\",\"driver\":\"smartphones\",\"weights\":{\"LBB\":3,\"LBL\":1},\"tolerancePoints\":5");
        review("T-GIVEN", "2056-05-01").body("due", is(true)).body("movements[0].points", is("25.00"));
        rebase("T-GIVEN", "2056-05-01", null).statusCode(422).body("code", is("weights-given"));
        review("T-GIVEN", "2055-05-01").statusCode(422).body("code", is("scheme-not-in-force"));
        board().get("/api/v1/apportionment-schemes/T-GIVEN/review?asAt=soon")
                .then()
                .statusCode(400);
    }

    @Test
    void a_mix_reads_each_of_its_drivers() {
        value("users", "LBB", "2057-04", "1");
        value("users", "LBL", "2057-04", "3");
        value("sites", "LBB", "2057-04", "1");
        value("sites", "LBL", "2057-04", "1");
        scheme("T-MIX");
        propose(
                        "T-MIX",
                        "2057-04-01",
                        "\"method\":\"WEIGHTED\",\"weights\":{\"users\":0.6,\"sites\":0.4},\"reading\":{\"rule\":\"SAME_MONTH\"}")
                .statusCode(201)
                .body("drivers.users.LBL", is(3))
                .body("drivers.sites.LBL", is(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"method\":\"EQUAL\",\"weights\":{\"LBB\":1},\"reading\":{\"rule\":\"SAME_MONTH\"}' | reading-not-used | /reading",
                "'\"method\":\"DRIVER\",\"reading\":{\"rule\":\"SAME_MONTH\"}' | driver-missing | /driver",
                "'\"method\":\"DRIVER\",\"driver\":\"coffee\",\"reading\":{\"rule\":\"SAME_MONTH\"}' | driver-unknown | /driver",
                "'\"method\":\"DRIVER\",\"driver\":\"calls\",\"reading\":{\"rule\":\"SAME_MONTH\"}' | driver-without-values | /reading",
                "'\"method\":\"DRIVER\",\"driver\":\"users\",\"reading\":{\"rule\":\"SNAPSHOT\"}' | snapshot-day-missing | /reading/snapshotOn",
                "'\"method\":\"DRIVER\",\"driver\":\"users\",\"weights\":{\"LBB\":1},\"reading\":{\"rule\":\"SAME_MONTH\"}' | weights-twice | /weights",
                "'\"method\":\"EQUAL\",\"driver\":\"users\",\"weights\":{\"LBB\":1}' | driver-not-used | /driver",
                "'\"method\":\"DRIVER\"' | weights-missing | /weights",
                "'\"method\":\"EQUAL\",\"weights\":{\"LBB\":1},\"tolerancePoints\":-1' | tolerance-negative | /tolerancePoints"
            })
    void a_proposal_that_cannot_be_is_refused_where_it_stands(String rest, String code, String pointer) {
        propose("STS-BASE", "2099-03-01", rest)
                .statusCode(422)
                .body("code", is(code))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_councils_client_sees_nothing_of_schemes() {
        for (String path : List.of("versions", "review", "rebasings")) {
            borough("LBL")
                    .get("/api/v1/apportionment-schemes/STS-BASE/" + path)
                    .then()
                    .statusCode(403);
        }
        board().get("/api/v1/apportionment-schemes/STS-BASE/review")
                .then()
                .statusCode(200)
                .body("versionInForce", is(3))
                .body("movements", hasSize(4))
                .body("months.from", notNullValue());
    }

    private static void scheme(String code) {
        post("apportionment-schemes", "{\"code\":\"" + code + "\",\"title\":\"T\"}")
                .statusCode(201);
    }

    private static ValidatableResponse propose(String code, String from, String rest) {
        return post(
                "apportionment-schemes/" + code + "/versions",
                "{\"validFrom\":\"" + from + "\"," + rest + ",\"source\":\"test\"}");
    }

    private static void value(String driver, String partner, String month, String value) {
        post(
                        "driver-values",
                        ("{\"driver\":\"%s\",\"partner\":\"%s\",\"month\":\"%s\",\"value\":%s,\"source\":\"s\",\"evidence\":\"e\"}")
                                .formatted(driver, partner, month, value))
                .statusCode(201);
    }

    private static ValidatableResponse review(String code, String asAt) {
        return board().get("/api/v1/apportionment-schemes/" + code + "/review?asAt=" + asAt)
                .then();
    }

    private static ValidatableResponse rebase(String code, String from, String snapshotOn) {
        String day = snapshotOn == null ? "" : ",\"snapshotOn\":\"" + snapshotOn + "\"";
        return post("apportionment-schemes/" + code + "/rebasings", "{\"from\":\"" + from + "\"" + day + "}");
    }
}
