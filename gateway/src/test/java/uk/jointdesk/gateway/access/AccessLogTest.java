package uk.jointdesk.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class AccessLogTest extends GatewayTest {

    private static final Path FILE = Path.of("target", "access.log");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id = UUID.randomUUID().toString();

    /** The one line of this test's request. */
    private JsonNode line() throws IOException, InterruptedException {
        List<String> found = List.of();
        for (int look = 0; look < 100 && found.isEmpty(); look++) {
            Thread.sleep(50);
            found = Files.readAllLines(FILE).stream()
                    .filter(line -> line.contains(id))
                    .toList();
        }
        assertThat(found).as("one line for one request").hasSize(1);
        return JSON.readTree(found.get(0));
    }

    @Test
    void a_request_is_one_line_that_says_who_asked_for_what_and_how_it_went() throws Exception {
        as(Tokens.borough("LBL"))
                .header("X-Request-Id", id)
                .body("{\"title\":\"x\"}")
                .contentType("application/json")
                .patch("/api/v1/tickets/LBL-0000001");
        JsonNode line = line();
        assertThat(line.path("client").asText()).isEqualTo("lbl-client");
        assertThat(line.path("scope").asText()).isEqualTo("LBL");
        assertThat(line.path("service").asText()).isEqualTo("incident-service");
        assertThat(line.path("operation").asText()).isEqualTo("PATCH /api/v1/tickets/{reference}");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("bytesIn").asLong()).isEqualTo(13);
        assertThat(line.path("bytesOut").asLong()).isPositive();
        assertThat(line.path("ms").asLong()).isNotNegative();
        assertThat(line.path("at").asText()).matches("20..-.*Z");
        assertThat(line.has("refusal")).isFalse();
    }

    @Test
    void neither_a_name_nor_an_address_nor_what_was_searched_for_is_in_it() throws Exception {
        String person = Tokens.of("jointdesk-web", "subject-of-a-person", List.of("borough-client"), List.of("LBL"));
        as(person).header("X-Request-Id", id).get("/api/v1/tickets?q=Ms%20Somebody&partner=LBL");
        assertThat(line().toString())
                .doesNotContain("Somebody", "subject-of-a-person", "service-account", "127.0.0.1", "q=");
    }

    @Test
    void neither_a_token_nor_a_link_that_is_its_own_key_is_in_it() throws Exception {
        String token = Tokens.borough("LBL");
        String link = "k".repeat(64);
        as(token).header("X-Request-Id", id).get("/api/v1/feedback/" + link);
        JsonNode line = line();
        assertThat(line.path("operation").asText()).isEqualTo("GET /api/v1/feedback/{token}");
        assertThat(line.toString()).doesNotContain(link, token, token.substring(token.lastIndexOf('.') + 1), "Bearer");
    }

    @Test
    void what_the_gateway_refuses_is_a_line_with_the_reason() throws Exception {
        as(Tokens.borough("LBL")).header("X-Request-Id", id).get("/api/v1/tickets?partner=LBB");
        JsonNode line = line();
        assertThat(line.path("status").asInt()).isEqualTo(404);
        assertThat(line.path("refusal").asText()).isEqualTo("not-found");
        assertThat(line.path("operation").asText()).isEqualTo("GET /api/v1/tickets");
    }

    @Test
    void a_path_that_no_template_describes_is_not_repeated() throws Exception {
        as(Tokens.borough("LBL")).header("X-Request-Id", id).get("/api/v1/tickets/guess/at/it");
        assertThat(line().path("operation").asText()).isEqualTo("GET unknown");
    }

    @Test
    void a_service_that_does_not_answer_is_a_line_too() throws Exception {
        as(Tokens.desk())
                .header("X-Request-Id", id)
                .contentType("application/json")
                .body("{}")
                .patch("/api/v1/tickets/hangs-up");
        assertThat(line().path("refusal").asText()).isEqualTo("upstream-unavailable");
    }

    @Test
    void who_has_not_said_who_they_are_is_a_line_without_a_client() throws Exception {
        given().header("X-Request-Id", id).get("/api/v1/tickets");
        JsonNode line = line();
        assertThat(line.path("refusal").asText()).isEqualTo("token-required");
        assertThat(line.has("client")).isFalse();
    }
}
