package uk.jointdesk.kpi.register;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import uk.jointdesk.testkit.Tokens;

/** Registers indicators over HTTP for tests, each under a code of its own. */
public final class Registered {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Registered() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).basePath("/api/v1");
    }

    public static Response post(String token, String path, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(path);
    }

    public static JsonPath json(String token, String path) {
        return as(token).get(path).then().statusCode(200).extract().jsonPath();
    }

    /** A family whose contract began on 1 April 2015. */
    public static String family(String audience) {
        String code = "f" + COUNT.incrementAndGet();
        post(Tokens.performance(), "/kpis/families", """
                {"code":"%s","title":"A contract","contractStart":"2015-04-01","audience":"%s","note":"A test"}""".formatted(code, audience))
                .then()
                .statusCode(201);
        return code;
    }

    /** A measured percentage with TSL 95 and MSL 90 and ten points, live since 2015. */
    public static String kpi(String family, String audience) {
        String code = code();
        post(Tokens.performance(), "/kpis", measured(code, family, audience, ""))
                .then()
                .statusCode(201);
        return code;
    }

    /** A scheme by colours, with a repeat counted twice, and steps at 10, 20 and 30 points. */
    public static Response scheme(String token, String family, String from, String cap, String redFactor) {
        return post(token, "/service-points/schemes", """
                {"family":"%s","from":"%s","repeatMultiplier":2,"capPercent":"%s","source":"contract",
                 "bands":[{"title":"minimum met","colour":"AMBER","factor":1},
                          {"title":"minimum missed","colour":"RED","factor":%s}],
                 "steps":[{"points":10,"percent":"2"},{"points":20,"percent":"6"},{"points":30,"percent":"10"}]}""".formatted(family, from, cap, redFactor));
    }

    public static String code() {
        return "TEST_KPI_" + COUNT.incrementAndGet();
    }

    /** @param more further fields, each after a comma */
    public static String measured(String code, String family, String audience, String more) {
        return """
                {"code":"%s","family":"%s","title":"Servers patched","kind":"KPI","unit":"PERCENT",
                 "direction":"HIGHER_IS_BETTER","source":"MEASURED","audience":"%s","note":"A test",
                 "liveFrom":"2015-04-01","points":10,
                 "levels":[{"from":"2015-04-01","tsl":"95","msl":"90","source":"contract"}]%s}""".formatted(code, family, audience, more);
    }

    public static Response measure(String kpi, String month, int numerator, int denominator) {
        return post(
                Tokens.performance(), "/kpis/" + kpi + "/measurements", """
                {"month":"%s","numerator":%d,"denominator":%d,"evidence":"report 7"}""".formatted(month, numerator, denominator));
    }
}
