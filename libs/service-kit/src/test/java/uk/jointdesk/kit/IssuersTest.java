package uk.jointdesk.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.PostgresFor;
import uk.jointdesk.testkit.SecondIssuer;
import uk.jointdesk.testkit.SecondTokens;
import uk.jointdesk.testkit.Tokens;

/** A council's own identity provider is believed for that council, at a service as at the gateway. */
@QuarkusTest
@QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "kit"))
@QuarkusTestResource(OidcWiremockTestResource.class)
@QuarkusTestResource(SecondIssuer.class)
class IssuersTest {

    private static final String PATH = "/api/v1/notices";
    private static final List<String> BOROUGH = List.of("borough-client");
    private static final List<String> LEWISHAM = List.of("LBL");

    private static Response read(String token) {
        return given().auth().oauth2(token).get(PATH + "?limit=500");
    }

    private static String lewisham(String client, List<String> roles, List<String> partners) {
        return SecondTokens.signed("lbl", SecondTokens.lewisham(client, roles, partners));
    }

    private static Response add(String token, String key, String partner, String text) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("partner", partner, "text", text))
                .post(PATH);
    }

    @Test
    void a_council_reads_and_writes_its_own_rows_with_tokens_of_its_own_provider() {
        add(Tokens.borough("LBS"), UUID.randomUUID().toString(), "LBS", "of southwark")
                .then()
                .statusCode(201);
        add(SecondTokens.ofLewisham(), UUID.randomUUID().toString(), "LBL", "of lewisham")
                .then()
                .statusCode(201);
        read(SecondTokens.ofLewisham())
                .then()
                .statusCode(200)
                .body("items", org.hamcrest.Matchers.hasItem("of lewisham"))
                .body("items", everyItem(not(is("of southwark"))));
        add(SecondTokens.ofLewisham(), UUID.randomUUID().toString(), "LBS", "for southwark")
                .then()
                .statusCode(404);
    }

    @Test
    void no_councils_provider_speaks_for_another_council_or_for_all() {
        for (List<String> partners : List.of(List.of("LBS"), List.of("LBL", "LBS"), List.of("*"))) {
            read(lewisham("portal", BOROUGH, partners))
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", is("issuer-not-entitled"))
                    .body("items", nullValue());
        }
        read(lewisham("portal", BOROUGH, List.of("LBS")))
                .then()
                .body("detail", is("The issuer of this token may not speak for LBS."));
    }

    @Test
    void no_councils_provider_gives_more_than_the_roles_it_was_given() {
        for (String role : List.of("suite-service", "platform-admin", "auditor", "board-member")) {
            read(lewisham("portal", List.of("borough-client", role), LEWISHAM))
                    .then()
                    .statusCode(403)
                    .body("code", is("issuer-not-entitled"))
                    .body("detail", is("The issuer of this token may not give the role " + role + "."));
        }
        read(lewisham("portal", List.of("borough-client", "planning-officer"), LEWISHAM))
                .then()
                .statusCode(200);
    }

    @Test
    void who_names_a_councils_provider_must_have_its_key_and_mean_us() {
        String ours = Jwt.subject("x")
                .claim("partners", LEWISHAM)
                .claim("realm_access", Map.of("roles", BOROUGH))
                .issuer(SecondTokens.issuer("lbl"))
                .audience("jointdesk-for-lewisham")
                .sign();
        String others = SecondTokens.signed(
                "lbl", SecondTokens.lewisham("portal", BOROUGH, LEWISHAM).audience("planning-portal"));
        String asOurs = SecondTokens.signed(
                "lbl",
                SecondTokens.lewisham("portal", BOROUGH, LEWISHAM)
                        .issuer("https://server.example.com")
                        .audience("https://service.example.com"));
        String unknown = SecondTokens.signed(
                "lbl", SecondTokens.lewisham("portal", BOROUGH, LEWISHAM).issuer("https://login.lewisham.example"));
        for (String token : List.of(ours, others, asOurs, unknown)) {
            read(token)
                    .then()
                    .statusCode(401)
                    .body("code", is("token-invalid"))
                    .body("detail", is("The token is not valid here."));
        }
    }

    @Test
    void a_token_made_for_something_else_opens_nothing() {
        for (String kind : List.of("ID", "Refresh", "Logout")) {
            read(SecondTokens.signed(
                            "lbl",
                            SecondTokens.lewisham("portal", BOROUGH, LEWISHAM).claim("typ", kind)))
                    .then()
                    .statusCode(401)
                    .body("code", is("token-invalid"));
        }
        read(SecondTokens.signed(
                        "lbl",
                        SecondTokens.lewisham("portal", BOROUGH, LEWISHAM).claim("typ", "Bearer")))
                .then()
                .statusCode(200);
    }

    @Test
    void a_councils_provider_that_is_down_is_told_and_keeps_nobody_else_out() {
        String southwark = SecondTokens.signed(
                "lbl",
                SecondTokens.lewisham("portal", BOROUGH, List.of("LBS"))
                        .issuer(SecondTokens.issuer("lbs"))
                        .audience("jointdesk-for-southwark"));
        for (int attempt = 0; attempt < 3; attempt++) {
            read(southwark)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("code", is("identity-unavailable"));
        }
        read(SecondTokens.ofLewisham()).then().statusCode(200);
        read(Tokens.borough("LBS")).then().statusCode(200);
    }

    @Test
    void equal_names_of_two_providers_are_two_callers() {
        String key = UUID.randomUUID().toString();
        String ours = Tokens.of("portal", BOROUGH, LEWISHAM);
        add(ours, key, "LBL", "of ours").then().statusCode(201);
        add(SecondTokens.ofLewisham(), key, "LBL", "of theirs")
                .then()
                .statusCode(201)
                .header("Idempotent-Replay", nullValue());
        Response again = add(ours, key, "LBL", "of ours");
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    }
}
