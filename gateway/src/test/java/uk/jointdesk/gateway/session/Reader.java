package uk.jointdesk.gateway.session;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.jointdesk.testkit.SecondTokens;

/** Somebody with a browser, and the identity provider's answers to them. */
final class Reader {

    private static final String BOARD = "/?from=2018-10&to=2018-12";

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String session = UUID.randomUUID().toString();
    private final String subject;

    Reader(String subject) {
        this.subject = subject;
    }

    static Reader signedIn(String subject) {
        Reader reader = new Reader(subject);
        reader.signIn(said -> said);
        return reader;
    }

    String session() {
        return session;
    }

    String subject() {
        return subject;
    }

    /** Asks for the board, comes back from the provider with what it says, and gives the gateway's last answer. */
    Response signIn(UnaryOperator<JwtClaimsBuilder> provider) {
        Response sent = keep(asked().get(BOARD));
        String location = sent.header("Location");
        JwtClaimsBuilder said = idToken().claim("nonce", part(location, "nonce"));
        String code = new JsonObject()
                .put("id_token", SecondTokens.signed("pages", provider.apply(said)))
                .put("access_token", SecondTokens.signed("pages", accessToken()))
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .encode();
        return keep(asked().queryParam("code", encoded(code))
                .queryParam("state", part(location, "state"))
                .get("/"));
    }

    /** Whose reader this is, as an ID token of this session says. */
    JwtClaimsBuilder idToken() {
        return Jwt.subject(subject)
                .claim("sid", session)
                .claim("auth_time", Instant.now().getEpochSecond())
                .issuer(SecondTokens.issuerOfPages())
                .audience("jointdesk-web")
                .expiresIn(600);
    }

    private JwtClaimsBuilder accessToken() {
        return Jwt.subject(subject)
                .preferredUserName(subject)
                .claim("azp", "jointdesk-web")
                .claim("partners", List.of("*"))
                .claim("realm_access", Map.of("roles", List.of("board-member")))
                .issuer(SecondTokens.issuerOfPages())
                .expiresIn(300);
    }

    /** Shows the cookies as they are, as whoever copied them would. */
    Response openBoard() {
        return asked().get(BOARD);
    }

    Response openContracts() {
        return asked().get("/contracts");
    }

    Response signOut() {
        return asked().get("/sign-out");
    }

    boolean holdsSession() {
        return cookies.keySet().stream().anyMatch(name -> name.contains("q_session"));
    }

    private RequestSpecification asked() {
        RequestSpecification request = given().redirects().follow(false).header("Accept", "text/html");
        String shown = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return shown.isEmpty() ? request : request.header("Cookie", shown);
    }

    private Response keep(Response answer) {
        for (String cookie : answer.getHeaders().getValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            if (value.isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
        return answer;
    }

    private static String part(String location, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(location);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + location);
        }
        return found.group(1);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
