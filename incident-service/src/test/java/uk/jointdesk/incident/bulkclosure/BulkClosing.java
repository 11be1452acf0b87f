package uk.jointdesk.incident.bulkclosure;

import static org.hamcrest.Matchers.contains;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** How the tests of bulk closures speak to the service. */
abstract class BulkClosing extends OverHttp {

    static final String PATH = "/api/v1/tickets/bulk-closures";
    static final String DESK = Tokens.desk();

    static void refused(String body, int status, String pointer) {
        post(DESK, null, body).then().statusCode(status).body("errors.pointer", contains(pointer));
    }

    static String body(String selection) {
        return "{" + selection + ",\"reason\":\"older than the service\",\"authoriser\":\"head-of-service\"}";
    }

    static String references(String... references) {
        return "\"references\":[\"" + String.join("\",\"", references) + "\"]";
    }

    static JsonPath dryRun(String token, String selection) {
        return post(token, null, body("\"dryRun\":true," + selection))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath closed(String token, String selection) {
        String id = post(token, null, body(selection))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return waitFor(token, id, "COMPLETED");
    }

    static Response post(String token, String key, String body) {
        var request = as(token).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(PATH);
    }

    static Response undo(String token, String id, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post(PATH + "/" + id + "/undo");
    }

    static JsonPath waitFor(String token, String id, String status) {
        for (int look = 0; look < 300; look++) {
            JsonPath closure = as(token)
                    .get(PATH + "/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (closure.getString("status").equals(status)) {
                return closure;
            }
            pause(50);
        }
        throw new AssertionError("the bulk closure did not become " + status);
    }

    static Map<String, Map<String, Object>> tickets(JsonPath closure) {
        return tickets(closure, DESK);
    }

    static Map<String, Map<String, Object>> tickets(JsonPath closure, String token) {
        List<Map<String, Object>> items = as(token)
                .get(PATH + "/" + closure.getString("id") + "/tickets")
                .jsonPath()
                .getList("items");
        Map<String, Map<String, Object>> byReference = new java.util.HashMap<>();
        items.forEach(item -> byReference.put((String) item.get("reference"), new java.util.HashMap<>(item)));
        return byReference;
    }

    static JsonPath ticket(String reference) {
        return as(DESK).get("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static void patchTitle(String reference) {
        as(DESK).contentType("application/merge-patch+json")
                .header("If-Match", "\"" + ticket(reference).getInt("version") + "\"")
                .body("{\"title\":\"looked at\"}")
                .patch("/api/v1/tickets/" + reference)
                .then()
                .statusCode(200);
    }

    /** The events of a ticket as services downstream read them, each with its flag. */
    static List<String> fed(String reference) {
        List<String> events = new ArrayList<>();
        String after = "";
        List<Map<String, Object>> items;
        do {
            JsonPath page = as(Tokens.suite())
                    .get("/api/v1/ticket-events?limit=5000&after=" + after)
                    .jsonPath();
            items = page.getList("items");
            items.stream()
                    .filter(item -> reference.equals(item.get("ticket")))
                    .forEach(item -> events.add(item.get("event") + " " + item.get("bulkClosure")));
            after = page.getString("next");
        } while (!items.isEmpty());
        return events;
    }
}
