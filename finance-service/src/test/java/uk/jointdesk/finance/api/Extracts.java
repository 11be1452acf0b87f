package uk.jointdesk.finance.api;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import uk.jointdesk.testkit.Tokens;

/** Sends extracts and waits until they are taken in. */
final class Extracts {
    private Extracts() {}

    static void profile(String name, String source, String columns, String more) {
        ServiceTest.post("import-profiles", body(name, source, columns, more)).statusCode(201);
    }

    static String body(String name, String source, String columns, String more) {
        return "{\"name\":\"%s\",\"profile\":{\"title\":\"T\",\"source\":\"%s\",\"columns\":{%s}%s}}"
                .formatted(name, source, columns, more);
    }

    static String codes(String... rules) {
        return ",\"codes\":[" + String.join(",", rules) + "]";
    }

    static ValidatableResponse send(String query, byte[] body) {
        return ServiceTest.as(Tokens.finance())
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/postings/imports?format=csv&" + query)
                .then();
    }

    /** The import when its last row is done. */
    static JsonPath taken(String query, byte[] body) {
        String id = send(query, body).statusCode(202).extract().path("id");
        return await().atMost(Duration.ofSeconds(60)).until(() -> job(id), job -> !"RUNNING".equals(job.get("status")));
    }

    static JsonPath taken(String query, String... lines) {
        return taken(query, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonPath job(String id) {
        return ServiceTest.board().get("/api/v1/postings/imports/" + id).jsonPath();
    }

    static List<String> errors(JsonPath job) {
        JsonPath page = ServiceTest.board()
                .get("/api/v1/postings/imports/" + job.getString("id") + "/errors?limit=500")
                .jsonPath();
        return page.getList("items.collect { it.row + ' ' + it.code + ' ' + it.pointer }");
    }
}
