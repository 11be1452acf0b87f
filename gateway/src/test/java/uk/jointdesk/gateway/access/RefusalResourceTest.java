package uk.jointdesk.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class RefusalResourceTest extends GatewayTest {

    private static final String REFUSALS = "/api/v1/access-refusals";

    private final String client = "client-" + UUID.randomUUID();

    private String token(String role, String partner) {
        return Tokens.of(client, List.of(role), List.of(partner));
    }

    /** What the auditor reads of this test's client, once so many refusals are told. */
    private JsonPath told(String auditor, long times) throws InterruptedException {
        JsonPath told = null;
        for (int look = 0; look < 100; look++) {
            Thread.sleep(100);
            told = as(auditor).get(REFUSALS + "?client=" + client).jsonPath();
            if (told.getList("items.times", Long.class).stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    >= times) {
                return told;
            }
        }
        return told;
    }

    @Test
    void an_auditor_reads_who_was_refused_what_and_how_often() throws Exception {
        as(token("borough-client", "LBL")).get("/api/v1/ticket-events");
        as(token("borough-client", "LBL")).get("/api/v1/tickets?partner=LBB");
        as(token("borough-client", "LBL")).get("/api/v1/tickets?partner=LBB");
        JsonPath told = told(Tokens.auditor(), 3);
        assertThat(told.getList("items.times", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
        assertThat(told.getList("items.code", String.class)).contains("not-allowed", "not-found");
        assertThat(told.getList("items.operation", String.class))
                .containsOnly("GET /api/v1/ticket-events", "GET /api/v1/tickets");
        assertThat(told.getList("items.scope", String.class)).containsOnly("LBL");
        assertThat(told.getList("items.status", Integer.class)).contains(403, 404);
        assertThat(told.getString("next")).isNull();
    }

    @Test
    void an_auditor_of_one_partner_reads_nothing_of_another() throws Exception {
        as(token("borough-client", "LBL")).get("/api/v1/ticket-events");
        as(token("borough-client", "LBS")).get("/api/v1/ticket-events");
        assertThat(told(Tokens.auditor(), 2).getList("items.scope", String.class))
                .contains("LBL", "LBS");
        String theirs = Tokens.of("lbs-auditor", List.of("auditor"), List.of("LBS"));
        assertThat(told(theirs, 1).getList("items.scope", String.class)).containsOnly("LBS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"borough-client", "service-desk", "board-member", "platform-admin", "suite-service"})
    void nobody_but_an_auditor_reads_them(String role) {
        as(token(role, "*"))
                .get(REFUSALS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-allowed"));
    }

    @Test
    void the_list_goes_on_where_it_ended() throws Exception {
        as(token("borough-client", "LBL")).get("/api/v1/ticket-events");
        as(token("borough-client", "LBL")).get("/api/v1/tickets?partner=LBB");
        assertThat(told(Tokens.auditor(), 2).getList("items")).hasSize(2);
        JsonPath first =
                as(Tokens.auditor()).get(REFUSALS + "?limit=1&client=" + client).jsonPath();
        assertThat(first.getList("items")).hasSize(1);
        JsonPath second = as(Tokens.auditor())
                .get(REFUSALS + "?limit=1&client=" + client + "&cursor=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(second.getString("items[0].code")).isNotEqualTo(first.getString("items[0].code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=%21", "client=%00"})
    void what_the_list_does_not_understand_is_malformed(String query) {
        as(Tokens.auditor())
                .urlEncodingEnabled(false)
                .get(REFUSALS + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
