package uk.jointdesk.incident.catalogue;

import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Locale;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** How the tests of the catalogue speak to the service. */
abstract class CatalogueOverHttp extends OverHttp {

    static final String PATH = "/api/v1/catalogue";
    static final String ADMIN = Tokens.admin();

    static void refused(String more, String pointer) {
        add("{\"code\":\"x" + System.nanoTime() + "\",\"title\":\"A thing\"," + more + "}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    static String offer(String partner) {
        return "{\"partner\":\"" + partner + "\",\"from\":\"2021-01-01\"}";
    }

    static String task(String code, String dependsOn) {
        return "{\"code\":\"" + code + "\",\"title\":\"Do " + code + "\",\"queue\":\"Queue " + code
                + "\",\"dependsOn\":[" + dependsOn + "],\"escalateAfterMinutes\":60}";
    }

    /** Adds an item of one's own and gives its code. */
    static String added(String more) {
        String code = unique("item").toLowerCase(Locale.ROOT);
        add("{\"code\":\"" + code + "\",\"title\":\"A thing\"," + more + "}")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith(PATH + "/" + code));
        return code;
    }

    static Response add(String body) {
        return as(ADMIN).contentType(ContentType.JSON).body(body).post(PATH);
    }

    static Response patch(String code, int version, String body) {
        return as(ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .patch(PATH + "/" + code);
    }

    static JsonPath item(String token, String code) {
        return as(token).get(PATH + "/" + code).then().statusCode(200).extract().jsonPath();
    }

    static String requested(String token, String partner, String code) {
        return as(token)
                .contentType(ContentType.JSON)
                .body("{\"partner\":\"" + partner + "\"}")
                .post(PATH + "/" + code + "/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    /** A customer of one's own; its agreement has no line for items but one. */
    static String customerWithAgreement() {
        return customerWithAgreement("");
    }

    static String customerWithAgreement(String more) {
        String customer = customer();
        as(ADMIN)
                .contentType(ContentType.JSON)
                .body("""
                        {"code":"%s","title":"Its agreement","versions":[{"version":1,"validFrom":"2020-01-01",%s
                         "coverage":{"partners":["%s"]},"stoppingReasons":["AWAITING_USER"],
                         "targets":[{"priority":"P2","target":{"serviceMinutes":480},"percent":"95"},
                          {"priority":"P4","type":"SERVICE_REQUEST","catalogueItem":"lined-%s",
                           "target":{"workingDays":4,"reading":"SERVICE_MINUTES"},"percent":"80"}]}]}""".formatted(customer, more, customer, customer.toLowerCase(Locale.ROOT)))
                .post("/api/v1/agreements")
                .then()
                .statusCode(201);
        return customer;
    }

    static String customer() {
        String digits = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        String code = "K" + digits.substring(Math.max(0, digits.length() - 8));
        as(ADMIN)
                .contentType(ContentType.JSON)
                .body(
                        "{\"code\":\"" + code
                                + "\",\"name\":\"A customer\",\"kind\":\"CUSTOMER\",\"memberFrom\":\"2020-01-01\",\"calendar\":\"STD\"}")
                .post("/api/v1/partners")
                .then()
                .statusCode(201);
        return code;
    }
}
