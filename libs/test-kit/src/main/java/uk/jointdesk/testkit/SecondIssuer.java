package uk.jointdesk.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity providers beside the one of the suite, each with keys of its own: Lewisham's ({@code lbl}), and the one that
 * pages sign in at ({@code pages}). Southwark's is told of and never answers. An authorisation code is the answer that
 * it is exchanged for, so a test decides what the provider says of a reader.
 */
public final class SecondIssuer implements QuarkusTestResourceLifecycleManager {

    /** Where the providers' addresses begin. */
    static final String URL = "jointdesk.test.issuer";
    /** The audience of Lewisham's tokens. */
    static final String AUDIENCE = "jointdesk-for-lewisham";

    private static final List<String> REALMS = List.of("lbl", "pages");
    private static final Pattern CODE = Pattern.compile("(?:^|&)code=([^&]*)");

    private final Map<String, KeyPair> keys = new HashMap<>();
    private HttpServer server;
    private String url;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            url = "http://127.0.0.1:" + server.getAddress().getPort();
            for (String realm : REALMS) {
                serve(realm);
            }
            server.start();
            return settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String realm) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys.put(realm, generator.generateKeyPair());
        String root = "/" + realm;
        server.createContext(
                root + "/.well-known/openid-configuration", exchange -> answer(exchange, 200, description(url + root)));
        server.createContext(root + "/keys", exchange -> answer(exchange, 200, published(realm)));
        server.createContext(root + "/token", this::exchange);
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put(URL, url);
        keys.forEach((realm, pair) -> settings.put(
                URL + ".key." + realm,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())));
        settings.put("jointdesk.issuers.lbl.url", url + "/lbl");
        settings.put("jointdesk.issuers.lbl.partners", "LBL");
        settings.put("jointdesk.issuers.lbl.audience", AUDIENCE);
        settings.put("jointdesk.issuers.lbs.url", "http://127.0.0.1:" + nobodysPort() + "/lbs");
        settings.put("jointdesk.issuers.lbs.partners", "LBS");
        settings.put("jointdesk.issuers.lbs.audience", "jointdesk-for-southwark");
        return settings;
    }

    private static int nobodysPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }

    private static String description(String root) {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/logout"}""".formatted(root);
    }

    private String published(String realm) {
        RSAPublicKey key = (RSAPublicKey) keys.get(realm).getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(realm, number(key.getModulus()), number(key.getPublicExponent()));
    }

    /** As JSON Web Keys write numbers: without the sign that Java puts in front. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    /** The answer is the code itself; a session is never renewed. */
    private void exchange(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher code = CODE.matcher(form);
        if (!code.find()) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String sent = URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
        answer(exchange, 200, new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
