package uk.jointdesk.gateway.quota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class QuotaGateTest extends GatewayTest {

    /** The client whose reads are limited to three in each window. */
    private static String narrow(String partner) {
        return Tokens.of("narrow", List.of("borough-client"), List.of(partner));
    }

    @Test
    void what_is_over_the_quota_is_refused_with_the_time_to_come_again_and_other_purposes_and_partners_are_not() {
        for (int left = 2; left >= 0; left--) {
            Response passed = as(narrow("LBL")).get("/api/v1/tickets");
            assertThat(passed.statusCode()).isEqualTo(200);
            assertThat(passed.header("RateLimit-Policy")).isEqualTo("\"read\";q=3;w=43200");
            assertThat(passed.header("RateLimit")).startsWith("\"read\";r=" + left + ";t=");
        }
        as(narrow("LBL"))
                .get("/api/v1/tickets")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("RateLimit", matchesPattern("\"read\";r=0;t=[1-9][0-9]*"))
                .body("code", equalTo("quota-exhausted"));
        as(narrow("LBL"))
                .body("{}")
                .contentType("application/json")
                .patch("/api/v1/tickets/LBL-1")
                .then()
                .statusCode(200);
        as(narrow("LBS")).get("/api/v1/tickets").then().statusCode(200);
    }

    @Test
    void what_is_refused_for_another_reason_is_counted_too() {
        for (int guess = 0; guess < 3; guess++) {
            as(narrow("LBB")).get("/api/v1/tickets?partner=LBL").then().statusCode(404);
        }
        as(narrow("LBB")).get("/api/v1/tickets").then().statusCode(429);
    }

    @Test
    void nobody_is_counted_before_it_is_known_who_asks() {
        given().get("/api/v1/tickets").then().statusCode(401).header("RateLimit", nullValue());
    }

    @TestHTTPResource("/api/v1/")
    URI api;

    @Test
    void a_client_with_too_many_requests_under_way_waits_and_others_do_not() {
        String slow = Tokens.of("slow", List.of("borough-client"), List.of("LBL"));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest silent = HttpRequest.newBuilder(api.resolve("tickets/silent"))
                .header("Authorization", "Bearer " + slow)
                .build();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 45)
                .mapToObj(each -> http.sendAsync(silent, HttpResponse.BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        assertThat(CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                        .join())
                .as("the first to be answered")
                .isEqualTo(429);
        as(Tokens.borough("LBL")).get("/api/v1/tickets").then().statusCode(200);
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(Collections.frequency(statuses, 429)).isEqualTo(5);
        assertThat(Collections.frequency(statuses, 504)).isEqualTo(40);
        as(slow).get("/api/v1/tickets").then().statusCode(200);
    }
}
