package uk.jointdesk.finance.api;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import uk.jointdesk.testkit.PostgresFor;
import uk.jointdesk.testkit.Tokens;

/** The running service on a real PostgreSQL, with the published years in it; one start for all of these tests. */
@QuarkusTest
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "finance"))
@QuarkusTestResource(OidcWiremockTestResource.class)
@QuarkusTestResource(FakeKpi.class)
abstract class ServiceTest {

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static RequestSpecification finance() {
        return as(Tokens.finance());
    }

    static RequestSpecification board() {
        return as(Tokens.board());
    }

    static RequestSpecification borough(String partner) {
        return as(Tokens.borough(partner));
    }

    static ValidatableResponse post(String path, String body) {
        return finance().body(body).post("/api/v1/" + path).then();
    }

    static String money(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"GBP\"}";
    }

    /** Opens a year of a test's own, so that no other test's figures move. */
    static void budgetOf(String year) {
        post("financial-years", "{\"code\":\"" + year + "\"}").statusCode(201);
        post("budgets", "{\"financialYear\":\"" + year + "\",\"title\":\"T\",\"source\":\"test\"}")
                .statusCode(201);
    }

    static ValidatableResponse line(String year, String code, String kind, String amount, String scheme) {
        return post(
                "budget-lines",
                "{\"financialYear\":\"%s\",\"code\":\"%s\",\"title\":\"T\",\"kind\":\"%s\",\"budget\":%s,%s\"source\":\"test\"}"
                        .formatted(
                                year,
                                code,
                                kind,
                                money(amount),
                                scheme == null ? "" : "\"scheme\":\"" + scheme + "\","));
    }

    /** A scheme with one version that the board has approved; the rest of its body follows the first day. */
    static void approvedScheme(String code, String validFrom, String rest) {
        post("apportionment-schemes", "{\"code\":\"%s\",\"title\":\"T\"}".formatted(code))
                .statusCode(201);
        post(
                        "apportionment-schemes/" + code + "/versions",
                        "{\"validFrom\":\"%s\",%s,\"source\":\"test\"}".formatted(validFrom, rest))
                .statusCode(201);
        decide(code, 1, "APPROVED").statusCode(200);
    }

    static ValidatableResponse decide(String code, int version, String outcome) {
        return board().body("{\"outcome\":\"" + outcome + "\",\"reason\":\"Board of May\"}")
                .post("/api/v1/apportionment-schemes/" + code + "/versions/" + version + "/decision")
                .then();
    }
}
