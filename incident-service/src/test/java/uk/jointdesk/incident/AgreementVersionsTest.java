package uk.jointdesk.incident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Tokens;

/** An agreement gets another version, and what was promised stays. */
@QuarkusTest
class AgreementVersionsTest extends OverHttp {

    @Test
    void a_version_begins_where_the_one_before_ends() {
        String code = agreement("\"validFrom\":\"2018-04-01\",\"validTo\":\"2019-04-01\"");
        add(Tokens.admin(), code, version(2, "\"validFrom\":\"2019-04-01\"", 120))
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("targets[0].target.serviceMinutes", equalTo(120));
        as(Tokens.suite())
                .get("/api/v1/agreements/" + code + "/versions")
                .then()
                .body("items.version", contains(1, 2))
                .body("items[0].targets[0].target.serviceMinutes", equalTo(240));
    }

    @Test
    void a_version_without_an_end_holds_until_the_next_one_begins_which_lies_ahead() {
        String code = agreement("\"validFrom\":\"2018-04-01\"");
        add(Tokens.admin(), code, version(2, "\"validFrom\":\"2020-04-01\"", 120))
                .then()
                .statusCode(409)
                .body("code", equalTo("agreement-version-overlaps"))
                .body("errors.pointer", contains("/validFrom"));
        add(Tokens.admin(), code, version(2, "\"validFrom\":\"2090-04-01T00:00:00Z\"", 120))
                .then()
                .statusCode(201);
        as(Tokens.suite())
                .get("/api/v1/agreements/" + code + "/versions")
                .then()
                .body("items", hasSize(2))
                .body("items[0].validTo", equalTo("2090-04-01T00:00:00Z"))
                .body("items[1].validTo", nullValue());
    }

    @Test
    void no_version_is_rewritten_or_overlapped() {
        String code = agreement("\"validFrom\":\"2018-04-01\",\"validTo\":\"2019-04-01\"");
        add(Tokens.admin(), code, version(1, "\"validFrom\":\"2019-04-01\"", 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("agreement-version-kept"));
        for (String span : new String[] {
            "\"validFrom\":\"2018-10-01\"",
            "\"validFrom\":\"2017-10-01\"",
            "\"validFrom\":\"2017-10-01\",\"validTo\":\"2018-10-01\"",
            "\"validFrom\":\"2018-05-01\",\"validTo\":\"2018-06-01\""
        }) {
            add(Tokens.admin(), code, version(2, span, 1))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("agreement-version-overlaps"));
        }
        as(Tokens.suite())
                .get("/api/v1/agreements/" + code + "/versions")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void a_version_that_cannot_be_meant_is_refused() {
        String code = agreement("\"validFrom\":\"2018-04-01\",\"validTo\":\"2019-04-01\"");
        add(Tokens.admin(), code, "{\"version\":2}")
                .then()
                .statusCode(422)
                .body("code", equalTo("agreement-incomplete"));
        add(Tokens.admin(), code, version(0, "\"validFrom\":\"2019-04-01\"", 1))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/version"));
        add(
                        Tokens.admin(),
                        code,
                        version(2, "\"validFrom\":\"2019-04-01\",\"coverage\":{\"partners\":[\"NOBODY\"]}", 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("partner-unknown"));
        add(Tokens.admin(), "NO-SUCH", version(2, "\"validFrom\":\"2019-04-01\"", 1))
                .then()
                .statusCode(404);
        add(Tokens.desk(), code, version(2, "\"validFrom\":\"2019-04-01\"", 1))
                .then()
                .statusCode(403);
    }

    private static String agreement(String span) {
        // Agreements are asked in the order of their codes: the seeded ones go before this one.
        String code = ("Z" + Long.toString(System.nanoTime(), 36)).toUpperCase(Locale.ROOT);
        as(Tokens.admin())
                .contentType(ContentType.JSON)
                .body("{\"code\":\"" + code + "\",\"title\":\"t\",\"versions\":[" + version(1, span, 240) + "]}")
                .post("/api/v1/agreements")
                .then()
                .statusCode(201);
        return code;
    }

    private static String version(int number, String span, int minutes) {
        String covered = span.contains("coverage") ? "" : "\"coverage\":{\"partners\":[\"DEMO\"]},";
        return "{\"version\":" + number + "," + span + "," + covered
                + "\"targets\":[{\"priority\":\"P1\",\"target\":{\"serviceMinutes\":" + minutes
                + "},\"percent\":\"95\"}]}";
    }

    private static Response add(String token, String code, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/api/v1/agreements/" + code + "/versions");
    }
}
