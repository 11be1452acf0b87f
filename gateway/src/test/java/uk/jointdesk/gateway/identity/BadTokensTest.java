package uk.jointdesk.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

/** A token counts only if our issuer signed it, for us, for now, and as it stands. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class BadTokensTest extends GatewayTest {

    private static final String ISSUER = "https://server.example.com";
    private static final String AUDIENCE = "https://service.example.com";
    private static final Duration HOUR = Duration.ofHours(1);

    /** The claims of a client of Lewisham, as the issuer would write them. */
    private static JwtClaimsBuilder claims() {
        return Jwt.subject("subject-of-lbl-client")
                .claim("azp", "lbl-client")
                .claim("partners", List.of("LBL"))
                .claim("realm_access", Map.of("roles", List.of("borough-client")))
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .expiresIn(600);
    }

    @Test
    void a_token_as_it_should_be_is_let_in() {
        as(claims().sign()).get("/api/v1/tickets").then().statusCode(200);
    }

    private static Stream<Named<String>> bad() throws GeneralSecurityException {
        Instant now = Instant.now();
        return Stream.of(
                Named.of(
                        "expired",
                        claims().issuedAt(now.minus(HOUR))
                                .expiresAt(now.minusSeconds(60))
                                .sign()),
                Named.of(
                        "not valid yet",
                        claims().claim("nbf", now.plus(HOUR).getEpochSecond()).sign()),
                Named.of(
                        "of another issuer",
                        claims().issuer("https://evil.example").sign()),
                Named.of(
                        "for another service",
                        claims().audience("https://other.example.com").sign()),
                Named.of(
                        "made to sign a reader in",
                        claims().audience("jointdesk-web").sign()),
                Named.of(
                        "that says of itself that it signs a reader in",
                        claims().claim("typ", "ID").sign()),
                Named.of("that renews others", claims().claim("typ", "Refresh").sign()),
                Named.of("signed with a key of its own", claims().sign(anotherKey())),
                Named.of(
                        "that says where its key is",
                        claims().jws()
                                .header("jku", "https://evil.example/keys")
                                .sign(anotherKey())),
                Named.of("signed with a word", claims().signWithSecret("a word that is long enough to sign with it")),
                Named.of("signed by nobody", unsigned(part(claims().sign(), 1))),
                Named.of("with other claims than were signed", forAll(claims().sign())),
                Named.of("cut off", part(claims().sign(), 0) + "." + part(claims().sign(), 1)),
                Named.of("no token at all", "opaque"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_token_that_is_not_as_it_should_be_is_refused_everywhere_in_the_same_words(String token) {
        for (String path : List.of("/api/v1/tickets", "/contracts", "/q/metrics")) {
            Response refused = as(token).get(path);
            refused.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("code", equalTo("token-invalid"))
                    .body("detail", equalTo("The token is not valid here."));
            assertThat(refused.asString()).doesNotContain(token);
        }
    }

    @Test
    void a_token_in_the_address_is_none() {
        given().redirects()
                .follow(false)
                .queryParam("access_token", claims().sign())
                .get("/api/v1/tickets")
                .then()
                .statusCode(401)
                .body("code", equalTo("token-required"));
    }

    @Test
    void a_token_is_no_session_and_opens_no_page_as_a_cookie() {
        Response answer = given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .cookie("q_session_web", claims().sign())
                .get("/");
        assertThat(answer.statusCode()).isIn(302, 401);
        answer.then().body(not(containsString("How we were served")));
    }

    @Test
    void no_role_of_another_realm_and_no_partner_of_another_claim_counts() {
        String token = claims().claim("realm_access", Map.of("roles", List.of()))
                .claim("roles", List.of("service-desk"))
                .claim("groups", List.of("service-desk"))
                .claim("partner", "*")
                .sign();
        as(token).get("/api/v1/tickets").then().statusCode(403).body("code", equalTo("not-allowed"));
        as(Tokens.of("lbl-client", List.of("borough-client"), List.of()))
                .header("X-Jointdesk-Partners", "LBL")
                .get("/api/v1/tickets?partner=LBL")
                .then()
                .statusCode(404);
    }

    private static PrivateKey anotherKey() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return keys.generateKeyPair().getPrivate();
    }

    private static String part(String token, int place) {
        return token.split("\\.", -1)[place];
    }

    private static String unsigned(String payload) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".";
    }

    /** The same token, but that its claims name every partner. */
    private static String forAll(String token) {
        String said = new String(Base64.getUrlDecoder().decode(part(token, 1)), StandardCharsets.UTF_8);
        String wanted = said.replace("[\"LBL\"]", "[\"*\"]");
        assertThat(wanted).isNotEqualTo(said);
        return part(token, 0) + "." + encoded(wanted) + "." + part(token, 2);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
