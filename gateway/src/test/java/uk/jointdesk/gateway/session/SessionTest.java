package uk.jointdesk.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.gateway.session.store.EndedSessions;
import uk.jointdesk.testkit.SecondTokens;

/** A reader's session lives until it is ended, wherever it is ended, and no longer than it may. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class SessionTest extends GatewayTest {

    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

    @Inject
    DataSource dataSource;

    private static String somebody() {
        return "reader-" + UUID.randomUUID();
    }

    /** The end of a reader's session, as the provider tells it. */
    private static JwtClaimsBuilder logout(Reader reader) {
        return Jwt.subject(reader.subject())
                .claim("sid", reader.session())
                .claim("events", EVENTS)
                .issuer(SecondTokens.issuerOfPages())
                .audience("jointdesk-web")
                .expiresIn(120);
    }

    private static Response tell(String token) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("logout_token", token)
                .post("/sign-out/back-channel");
    }

    private static void assertReads(Reader reader) {
        Response board = reader.openBoard();
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.asString()).contains("How we were served");
    }

    private static void assertMustSignIn(Reader reader) {
        Response board = reader.openBoard();
        assertThat(board.statusCode()).isEqualTo(302);
        assertThat(board.header("Location")).startsWith(SecondTokens.issuerOfPages());
        assertThat(board.asString()).doesNotContain("How we were served");
    }

    @Test
    void who_has_signed_in_reads_the_board() {
        assertReads(Reader.signedIn(somebody()));
    }

    @Test
    void the_cookie_of_a_session_is_for_no_script_and_no_other_site_and_cannot_be_read() {
        Reader reader = new Reader(somebody());
        List<String> cookies = reader.signIn(said -> said).getHeaders().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("q_session"))
                .toList();
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("; path=/")
                .containsIgnoringCase("; httponly")
                .containsIgnoringCase("; samesite=lax")
                .doesNotContainIgnoringCase("; domain")
                .doesNotContain(reader.subject(), ".eyJ"));
    }

    @Test
    void a_copied_cookie_opens_nothing_once_the_provider_has_ended_its_session() {
        Reader reader = Reader.signedIn(somebody());
        Reader elsewhere = Reader.signedIn(reader.subject());
        assertReads(reader);
        assertThat(reader.openContracts().statusCode()).isEqualTo(200);
        tell(SecondTokens.signed("pages", logout(reader)))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"));
        assertMustSignIn(reader);
        assertMustSignIn(reader);
        assertThat(reader.openContracts().statusCode()).isEqualTo(401);
        assertReads(elsewhere);
    }

    @Test
    void all_sessions_of_a_reader_end_when_the_provider_names_none_of_them() throws InterruptedException {
        Reader reader = Reader.signedIn(somebody());
        Reader elsewhere = Reader.signedIn(reader.subject());
        Reader another = Reader.signedIn(somebody());
        tell(SecondTokens.signed("pages", logout(reader).remove("sid"))).then().statusCode(200);
        assertMustSignIn(reader);
        assertMustSignIn(elsewhere);
        assertReads(another);
        // The provider tells the time in seconds: who signs in within the same one is asked once more.
        Thread.sleep(1_100);
        assertReads(Reader.signedIn(reader.subject()));
    }

    @Test
    void the_end_of_a_session_may_be_told_twice() {
        Reader reader = Reader.signedIn(somebody());
        String token = SecondTokens.signed("pages", logout(reader));
        tell(token).then().statusCode(200);
        tell(token).then().statusCode(200);
        assertMustSignIn(reader);
    }

    @Test
    void what_another_replica_was_told_counts_here() {
        Reader reader = Reader.signedIn(somebody());
        assertReads(reader);
        new EndedSessions(dataSource)
                .add(new EndedSession(UUID.randomUUID().toString(), reader.session(), reader.subject(), Instant.now()));
        assertMustSignIn(reader);
    }

    @Test
    void a_copied_cookie_opens_nothing_once_its_reader_has_signed_out() throws InterruptedException {
        Reader reader = Reader.signedIn(somebody());
        assertThat(reader.signOut().header("Location")).startsWith(SecondTokens.issuerOfPages() + "/logout");
        for (int look = 0; look < 50 && reader.openBoard().statusCode() == 200; look++) {
            Thread.sleep(100);
        }
        assertMustSignIn(reader);
    }

    private static Stream<Named<UnaryOperator<JwtClaimsBuilder>>> noLogouts() {
        return Stream.of(
                Named.of("for another program", token -> token.audience("planning-portal")),
                Named.of("of another issuer", token -> token.issuer(SecondTokens.issuer("lbl"))),
                Named.of("that says of no end", token -> token.remove("events")),
                Named.of("that says of something else", token -> token.claim("events", Map.of("urn:x", Map.of()))),
                Named.of("made for a sign-in", token -> token.claim("nonce", "n")),
                Named.of("that has expired", token -> token.issuedAt(
                                Instant.now().minusSeconds(600))
                        .expiresAt(Instant.now().minusSeconds(60))));
    }

    @ParameterizedTest
    @MethodSource("noLogouts")
    void what_is_no_logout_token_for_us_ends_nothing(UnaryOperator<JwtClaimsBuilder> change) {
        Reader reader = Reader.signedIn(somebody());
        tell(SecondTokens.signed("pages", change.apply(logout(reader))))
                .then()
                .statusCode(400)
                .body("code", equalTo("logout-token-invalid"));
        assertReads(reader);
    }

    @Test
    void a_forged_logout_token_ends_nothing() {
        Reader reader = Reader.signedIn(somebody());
        tell(SecondTokens.signed("lbl", logout(reader))).then().statusCode(400);
        tell(logout(reader).sign()).then().statusCode(400);
        tell(SecondTokens.signed("pages", reader.idToken())).then().statusCode(400);
        tell("opaque").then().statusCode(400);
        given().contentType("application/x-www-form-urlencoded")
                .post("/sign-out/back-channel")
                .then()
                .statusCode(400);
        assertReads(reader);
    }

    @Test
    void nobody_stays_signed_in_longer_than_a_session_may_last() {
        Reader reader = new Reader(somebody());
        Instant longAgo = Instant.now().minus(Duration.ofHours(13));
        reader.signIn(said -> said.claim("auth_time", longAgo.getEpochSecond()));
        assertMustSignIn(reader);
        assertThat(reader.openBoard().header("Location")).contains("max_age=43200");
    }

    private static Stream<Named<UnaryOperator<JwtClaimsBuilder>>> wrongAnswers() {
        return Stream.of(
                Named.of("of another sign-in", said -> said.claim("nonce", "another")),
                Named.of("of no sign-in", said -> said.remove("nonce")),
                Named.of("for another program", said -> said.audience("planning-portal")),
                Named.of("of another issuer", said -> said.issuer(SecondTokens.issuer("lbl"))),
                Named.of("that do not say when", said -> said.remove("auth_time")));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void nobody_is_signed_in_by_words(UnaryOperator<JwtClaimsBuilder> provider) {
        Reader reader = new Reader(somebody());
        assertThat(reader.signIn(provider).statusCode()).isEqualTo(401);
        assertThat(reader.holdsSession()).isFalse();
        assertMustSignIn(reader);
    }

    @Test
    void while_nobody_can_say_whether_a_session_has_ended_it_opens_nothing() throws SQLException {
        Reader reader = Reader.signedIn(somebody());
        asOwner("alter table ended_session rename to ended_session_away");
        try {
            assertThat(reader.openBoard().statusCode()).isEqualTo(503);
            tell(SecondTokens.signed("pages", logout(reader)))
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("logout-not-kept"));
        } finally {
            asOwner("alter table ended_session_away rename to ended_session");
        }
        assertReads(reader);
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.flyway.username"),
                        setting("quarkus.flyway.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
