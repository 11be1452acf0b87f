package uk.jointdesk.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.PostgresFor;
import uk.jointdesk.testkit.Tokens;

/** What a service says to input that it cannot take: which field, and what would do. */
@QuarkusTest
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "kit"))
@QuarkusTestResource(OidcWiremockTestResource.class)
class KitBadInputTest {

    private static final String PATH = "/api/v1/notices";

    private static RequestSpecification as(String partner) {
        return given().auth().oauth2(Tokens.borough(partner));
    }

    @Test
    void an_unknown_field_is_named() {
        as("LBL")
                .contentType("application/json")
                .body("{\"partner\":\"LBL\",\"txt\":\"typo\"}")
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("body-malformed"))
                .body("errors.pointer", contains("/txt"));
    }

    @Test
    void malformed_json_says_where() {
        as("LBL")
                .contentType("application/json")
                .body("{\"partner\":\"LBL\", oops")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", is("body-malformed"))
                .body("errors[0].message", containsString("line 1"));
    }

    @Test
    void a_broken_constraint_is_named_by_pointer() {
        as("LBL")
                .contentType("application/json")
                .body("{\"partner\":\"LBL\",\"text\":\" \"}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/text"));
    }

    @Test
    void another_media_type_is_a_415_and_an_unknown_path_a_404_problem() {
        as("LBL").contentType("text/plain").body("x").post(PATH).then().statusCode(415);
        as("LBL").get("/api/v1/nothing").then().statusCode(404).body("code", is("not-found"));
        as("LBL").delete(PATH).then().statusCode(405).body("code", is("method-not-allowed"));
    }

    @Test
    void a_fault_of_ours_tells_nothing_of_the_inside() {
        as("LBL")
                .get(PATH + "/broken")
                .then()
                .statusCode(500)
                .body("code", is("unexpected"))
                .body("detail", not(containsString("vault")))
                .body("errors", nullValue());
    }

    @Test
    void a_limit_out_of_range_is_refused_by_name() {
        as("LBL").get(PATH + "?limit=501").then().statusCode(400).body("errors[0].pointer", is("query:limit"));
    }

    @Test
    void a_number_that_is_none_is_refused_by_name() {
        for (String none : List.of("abc", "99999999999", "1.5")) {
            as("LBL")
                    .get(PATH + "?limit=" + none)
                    .then()
                    .statusCode(400)
                    .body("code", is("parameter-invalid"))
                    .body("errors.pointer", contains("query:limit"));
        }
        as("LBL").header("If-Match", "\"1\"").put(PATH + "/abc").then().statusCode(404);
    }

    @Test
    void a_nul_in_an_address_is_refused_by_the_parameters_name() {
        as("LBL")
                .urlEncodingEnabled(false)
                .get(PATH + "?limit=5&text=a%00b")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:text"));
        as("LBL")
                .urlEncodingEnabled(false)
                .header("If-Match", "\"1\"")
                .put(PATH + "/%00")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("path:version"));
    }

    @Test
    void a_value_that_no_database_holds_is_refused_where_it_stands() {
        refused("{\"partner\":\"LBL\",\"text\":\"a\\u0000b\"}", 422, "/text", "holds a NUL character");
        refused("{\"text\":\"a\",\"words\":[\"a\",\"\\u0000\"]}", 422, "/words/1", "holds a NUL character");
        for (String far : List.of("+999999999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "1989-12-31T23:59:59Z")) {
            refused(
                    "{\"text\":\"a\",\"shownFrom\":\"" + far + "\"}",
                    422,
                    "/shownFrom",
                    "lies before 1990 or after 2199");
        }
        refused("{\"text\":\"a\",\"day\":\"9999-12-31\"}", 422, "/day", "lies before 1990 or after 2199");
    }

    @Test
    void an_element_of_a_list_is_named_by_its_place() {
        refused("{\"text\":\"a\",\"words\":[\"a\",\" \"]}", 422, "/words/1", "must not be blank");
    }

    @Test
    void a_wrong_value_is_told_what_may_stand_there_and_nothing_of_our_classes() {
        refused("{\"text\":\"a\",\"loudness\":\"SHOUTED\"}", 400, "/loudness", "is one of WHISPERED, SAID");
        refused("{\"text\":\"a\",\"words\":\"a\"}", 400, "/words", "is not a list");
        refused("{\"text\":[]}", 400, "/text", "is not a text");
        refused("[]", 400, "", "is not what is read here");
    }

    @Test
    void nothing_is_rounded_counted_off_or_unpacked_in_silence() {
        refused("{\"text\":\"a\",\"copies\":1.5}", 400, "/copies", "is not a whole number");
        refused("{\"text\":\"a\",\"loudness\":0}", 400, "/loudness", "is one of WHISPERED, SAID");
        as("LBL")
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body("{\"partner\":\"LBL\",\"text\":\"not packed\"}")
                .post(PATH)
                .then()
                .statusCode(415)
                .body("code", is("content-encoding-unsupported"))
                .body("errors.pointer", contains("header:Content-Encoding"));
    }

    @Test
    void what_is_only_alike_is_not_taken_for_what_was_asked_for() {
        refused("{\"text\":7}", 400, "/text", "is not a text");
        refused("{\"text\":true}", 400, "/text", "is not a text");
        as("LBL")
                .contentType("application/json")
                .body("{\"text\":\"a\",\"day\":\"2019-03-31T01:30:00\"}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/day"));
        as("LBL")
                .contentType("application/json")
                .body("{\"text\":\"a\"}}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", is("body-malformed"));
        as("LBL").get(PATH + "?limit=\u0661").then().statusCode(400).body("errors.pointer", contains("query:limit"));
    }

    @Test
    void a_header_that_cannot_be_read_is_refused_by_name() {
        as("LBL").accept("a/b/c").get(PATH).then().statusCode(406).body("errors.pointer", contains("header:Accept"));
        as("LBL")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("json", ContentType.TEXT)))
                .contentType("json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(415)
                .body("errors.pointer", contains("header:Content-Type"));
        as("LBL")
                .contentType("application/json")
                .header("Idempotency-Key", " ")
                .body("{\"partner\":\"LBL\",\"text\":\"without a key\"}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", is("idempotency-key-malformed"));
    }

    @Test
    void of_very_many_faults_the_first_are_named() {
        as("LBL")
                .contentType("application/json")
                .body("{\"partner\":\"LBL\",\"text\":\"a\",\"words\":[" + "\"\",".repeat(5_000) + "\"\"]}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.size()", is(20));
    }

    private static void refused(String body, int status, String pointer, String message) {
        as("LBL")
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer))
                .body("errors.message", contains(message));
    }
}
