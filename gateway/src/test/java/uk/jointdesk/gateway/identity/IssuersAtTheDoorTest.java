package uk.jointdesk.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.SecondTokens;
import uk.jointdesk.testkit.Tokens;

/** A council's own identity provider opens what is that council's, and nothing else anywhere. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class IssuersAtTheDoorTest extends GatewayTest {

    private static final List<String> BOROUGH = List.of("borough-client");
    private static final List<String> LEWISHAM = List.of("LBL");
    private static final List<String> EVERYWHERE = List.of("/api/v1/tickets", "/contracts", "/q/metrics");

    private static String lewisham(String client, List<String> roles, List<String> partners) {
        return SecondTokens.signed("lbl", SecondTokens.lewisham(client, roles, partners));
    }

    private static String southwark() {
        return SecondTokens.signed(
                "lbl",
                SecondTokens.lewisham("portal", BOROUGH, List.of("LBS"))
                        .issuer(SecondTokens.issuer("lbs"))
                        .audience("jointdesk-for-southwark"));
    }

    @Test
    void a_token_of_a_councils_own_provider_opens_what_is_that_councils() {
        as(SecondTokens.ofLewisham()).get("/api/v1/tickets").then().statusCode(200);
        as(SecondTokens.ofLewisham()).get("/api/v1/tickets?partner=LBL").then().statusCode(200);
        as(SecondTokens.ofLewisham()).get("/api/v1/tickets?partner=LBS").then().statusCode(404);
        as(SecondTokens.ofLewisham()).get("/q/metrics").then().statusCode(403).body("code", equalTo("not-allowed"));
    }

    @Test
    void a_token_that_claims_more_than_its_issuer_may_say_is_refused_everywhere() {
        List<String> tokens = List.of(
                lewisham("portal", BOROUGH, List.of("LBS")),
                lewisham("portal", BOROUGH, List.of("LBL", "LBS")),
                lewisham("portal", BOROUGH, List.of("*")),
                lewisham("portal", List.of("auditor"), LEWISHAM),
                lewisham("kpi-service", List.of("suite-service"), LEWISHAM));
        for (String token : tokens) {
            for (String path : EVERYWHERE) {
                as(token)
                        .get(path)
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .body("code", equalTo("issuer-not-entitled"))
                        .body("detail", containsString("The issuer of this token may not "));
            }
            as(token).header("Accept", "text/html").get("/").then().statusCode(403);
        }
    }

    @Test
    void an_issuer_that_nobody_knows_is_refused_as_every_bad_token_is() {
        String token = SecondTokens.signed(
                "lbl", SecondTokens.lewisham("portal", BOROUGH, LEWISHAM).issuer("https://login.lewisham.example"));
        for (String path : EVERYWHERE) {
            as(token)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("token-invalid"))
                    .body("detail", equalTo("The token is not valid here."));
        }
    }

    @Test
    void nobody_speaks_for_another_issuer_with_a_key_of_ones_own() {
        String asLewisham = SecondTokens.signed("pages", SecondTokens.lewisham("portal", BOROUGH, LEWISHAM));
        String asTheSuite = SecondTokens.signed(
                "lbl",
                SecondTokens.lewisham("kpi-service", List.of("suite-service"), List.of("*"))
                        .issuer("https://server.example.com")
                        .audience("https://service.example.com"));
        for (String token : List.of(asLewisham, asTheSuite)) {
            as(token).get("/api/v1/tickets").then().statusCode(401).body("code", equalTo("token-invalid"));
        }
    }

    @Test
    void a_provider_that_is_down_is_told_of_and_keeps_nobody_else_out() {
        for (String path : EVERYWHERE) {
            as(southwark()).get(path).then().statusCode(503).body("code", equalTo("identity-unavailable"));
        }
        as(SecondTokens.ofLewisham()).get("/api/v1/tickets").then().statusCode(200);
        as(Tokens.borough("LBS")).get("/api/v1/tickets").then().statusCode(200);
    }

    @Test
    void a_client_that_is_called_as_another_issuers_has_a_quota_of_its_own() {
        String theirs = lewisham("narrow", BOROUGH, LEWISHAM);
        for (int read = 0; read < 5; read++) {
            as(theirs)
                    .get("/api/v1/tickets")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", containsString("q=1000000;"));
        }
    }

    @Test
    void no_word_of_a_path_chooses_how_a_token_is_judged() {
        for (String word : List.of("web", "issuer-lbl", "Default")) {
            assertThat(as(Tokens.borough("LBL")).get("/api/v1/tickets/" + word).statusCode())
                    .as(word)
                    .isNotEqualTo(401);
        }
    }
}
