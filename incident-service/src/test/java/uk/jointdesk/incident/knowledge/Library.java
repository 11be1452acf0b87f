package uk.jointdesk.incident.knowledge;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import uk.jointdesk.incident.OverHttp;
import uk.jointdesk.testkit.Tokens;

/** What the tests of the knowledge base share: readers, writers and their words. */
abstract class Library extends OverHttp {

    static final String DESK = Tokens.desk();
    static final String LEWISHAM = Tokens.borough("LBL");
    static final String BRENT = Tokens.borough("LBB");
    static final String PUBLIC = "\"audience\":\"PUBLIC\"";
    static final String LEWISHAMS = "\"audience\":\"PARTNERS\",\"partners\":[\"LBL\"]";

    /** A word that no other article has. */
    static String word() {
        return "qx" + Long.toString(System.nanoTime(), 36) + "z";
    }

    static String written(String title, String body, String audience, String state) {
        return written(title, body, audience, state, "2031-01-01");
    }

    static String writtenFor(String review, String state) {
        return written("To be read again", "text", PUBLIC, state, review);
    }

    static String written(String title, String body, String audience, String state, String review) {
        return write(
                        DESK,
                        "{\"title\":\"%s\",\"body\":\"%s\",%s,\"state\":\"%s\",\"reviewOn\":\"%s\"}"
                                .formatted(title, body, audience, state, review))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response write(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/knowledge");
    }

    static Response patch(String token, String id, String version, String body) {
        var request = as(token).contentType(ContentType.JSON).body(body);
        return (version == null ? request : request.header("If-Match", version)).patch("/api/v1/knowledge/" + id);
    }

    static Response solved(String token, String id, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/knowledge/" + id + "/solved");
    }

    static JsonPath search(String token, String query) {
        return as(token)
                .get("/api/v1/knowledge" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<String> titles(String token, String query) {
        return search(token, query).getList("items.title");
    }

    static List<String> suggested(String token, String words) {
        return as(token)
                .queryParam("title", words)
                .get("/api/v1/knowledge/suggestions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
