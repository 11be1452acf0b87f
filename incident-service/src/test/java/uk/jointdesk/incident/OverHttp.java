package uk.jointdesk.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import uk.jointdesk.testkit.PostgresFor;
import uk.jointdesk.testkit.Tokens;

/** What the tests over HTTP share: one service, one database, and the words callers use. */
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "incident"))
@QuarkusTestResource(OidcWiremockTestResource.class)
public abstract class OverHttp {

    /** Two imports of one test class never name the same tickets. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    protected static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    protected static String unique(String prefix) {
        return prefix + "-" + System.nanoTime() + "-" + COUNT.incrementAndGet();
    }

    protected static Response open(String token, String json) {
        return as(token).contentType(ContentType.JSON).body(json).post("/api/v1/tickets");
    }

    /** Opens a ticket and gives its reference. */
    protected static String opened(String partner, String more) {
        return open(Tokens.desk(), """
                        {"partner":"%s","type":"INCIDENT","priority":"P2","title":"printer on fire"%s}""".formatted(partner, more.isEmpty() ? "" : "," + more))
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    protected static Response transition(String token, String reference, String json) {
        return as(token).contentType(ContentType.JSON).body(json).post("/api/v1/tickets/" + reference + "/transitions");
    }

    protected static Response send(String token, String source, String format, String type, Object body) {
        byte[] bytes = body instanceof byte[] packed ? packed : ((String) body).getBytes(StandardCharsets.UTF_8);
        return as(token).contentType(type).body(bytes).post("/api/v1/imports?source=" + source + "&format=" + format);
    }

    /** Sends canonical rows and waits until they are in. */
    protected static JsonPath imported(String token, String source, String rows) {
        return finished(token, send(token, source, "ndjson", "application/x-ndjson", rows));
    }

    protected static JsonPath finished(String token, Response accepted) {
        accepted.then().statusCode(202);
        String location = accepted.header("Location").replaceFirst("https?://[^/]+", "");
        for (int look = 0; look < 600; look++) {
            JsonPath job =
                    as(token).get(location).then().statusCode(200).extract().jsonPath();
            if (!job.getString("status").equals("RUNNING")) {
                assertThat(job.getLong("accepted") + job.getLong("duplicates") + job.getLong("rejected"))
                        .isEqualTo(job.getLong("rowsRead"));
                return job;
            }
            pause(100);
        }
        throw new AssertionError("the import did not end: " + location);
    }

    protected static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
