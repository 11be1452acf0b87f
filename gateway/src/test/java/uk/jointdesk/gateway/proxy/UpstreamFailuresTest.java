package uk.jointdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class UpstreamFailuresTest extends GatewayTest {

    private static final String SECOND_TIME = "/api/v1/tickets/second-time";
    /** A write that has no body. */
    private static final String EMPTY = "/api/v1/feedback/" + "s".repeat(64);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource("/api/v1/")
    URI api;

    private final String name = UUID.randomUUID().toString();

    private RequestSpecification named() {
        return as(Tokens.desk()).header("X-Name", name).contentType("application/json");
    }

    private int asked() {
        return named().header("X-Ask-Count", "yes").get(SECOND_TIME).path("asked");
    }

    @Test
    void a_read_whose_connection_failed_is_asked_once_more() {
        named().get(SECOND_TIME).then().statusCode(200).body("asked", equalTo(2));
    }

    @Test
    void a_head_is_answered_like_a_get_without_its_body() {
        as(Tokens.desk())
                .head("/api/v1/tickets")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("json"))
                .body(emptyString());
    }

    @Test
    void a_write_without_a_key_is_never_sent_twice() {
        named().body("{}").patch(SECOND_TIME).then().statusCode(502).body("code", equalTo("upstream-unavailable"));
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_write_without_a_key_is_not_sent_twice_even_if_it_has_no_body() {
        named().post(EMPTY).then().statusCode(502);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void a_write_with_a_key_is_asked_once_more_if_nothing_of_it_is_lost() {
        named().header("Idempotency-Key", name)
                .post(EMPTY)
                .then()
                .statusCode(200)
                .body("asked", equalTo(2));
    }

    @Test
    void a_write_with_a_key_of_which_a_body_was_sent_is_left_to_its_caller() {
        named().header("Idempotency-Key", name)
                .body("{}")
                .patch(SECOND_TIME)
                .then()
                .statusCode(502);
        assertThat(asked()).isEqualTo(1);
    }

    /** Often: the connection may end before the gateway looks at the body, while it does, or after. */
    @RepeatedTest(50)
    void a_service_that_announces_an_answer_and_dies_is_told_of_in_words() {
        keepTheFuse();
        named().get("/api/v1/tickets/announces")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("code", equalTo("upstream-unavailable"))
                .body("detail", containsString("incident-service"));
    }

    @RepeatedTest(50)
    void an_answer_that_breaks_off_is_seen_to_be_broken() throws Exception {
        keepTheFuse();
        HttpRequest half = HttpRequest.newBuilder(api.resolve("tickets/half"))
                .header("Authorization", "Bearer " + Tokens.desk())
                .timeout(Duration.ofSeconds(20))
                .build();
        assertThat(heard(half)).isIn("broken", "502");
    }

    /** Only failures one after the other have a service left alone. */
    private void keepTheFuse() {
        named().get("/api/v1/tickets").then().statusCode(200);
    }

    private static String heard(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return Integer.toString(answer.statusCode());
        } catch (HttpTimeoutException nothing) {
            return "nothing";
        } catch (IOException broken) {
            return "broken";
        }
    }
}
