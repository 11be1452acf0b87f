package uk.jointdesk.incident.catalogue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** How the tests of requests speak to the service. */
abstract class Requesting extends OverHttp {

    static final String LEWISHAM = Tokens.borough("LBL");
    /** Another of Lewisham's people, who come through the same client. */
    static final String LEWISHAMS_HEAD =
            Tokens.of("lbl-client", "head-of-it", List.of("borough-client"), List.of("LBL"));

    static final String DESK = Tokens.desk();

    /** Two tasks at once and one after them, offered to Lewisham. */
    static String twoAndOne(String more) {
        return CatalogueOverHttp.added("\"offers\":[" + CatalogueOverHttp.offer("LBL") + "],\"tasks\":["
                + CatalogueOverHttp.task("a", "") + "," + CatalogueOverHttp.task("b", "") + ","
                + CatalogueOverHttp.task("c", "\"a\",\"b\"") + "]" + (more.isEmpty() ? "" : "," + more));
    }

    static String requested(String code) {
        return ask(code, "{\"partner\":\"LBL\",\"requester\":\"u-4711\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    static Response ask(String code, String body) {
        return as(LEWISHAM).contentType(ContentType.JSON).body(body).post("/api/v1/catalogue/" + code + "/requests");
    }

    static Response ask(String key, String code, String body) {
        return as(LEWISHAM)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/catalogue/" + code + "/requests");
    }

    static Response decide(String token, String reference, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/tickets/" + reference + "/approval");
    }

    static Response move(String reference, String code, String body) {
        Map<String, Object> task = task(reference, code);
        return as(DESK).contentType(ContentType.JSON)
                .header("If-Match", "\"" + task.get("version") + "\"")
                .body(body)
                .patch(tasks(reference) + "/" + task.get("id"));
    }

    static Map<String, Object> task(String reference, String code) {
        return as(DESK).get(tasks(reference))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.code == '" + code + "' }");
    }

    static String tasks(String reference) {
        return "/api/v1/tickets/" + reference + "/tasks";
    }

    static String status(String reference) {
        return as(DESK).get("/api/v1/tickets/" + reference).path("status");
    }
}
