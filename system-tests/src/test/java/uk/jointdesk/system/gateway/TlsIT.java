package uk.jointdesk.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.local.Installation;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;
import uk.jointdesk.local.Suite;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.Register;
import uk.jointdesk.local.process.Stay;
import uk.jointdesk.local.service.QuarkusService;
import uk.jointdesk.system.suite.Eventually;
import uk.jointdesk.system.suite.OnSuite;

/** The installed gateway with TLS and desks' certificates, told by the settings that an operator has. */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsIT {

    private static final String ASK = "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final Ports ports = Ports.free();
    private final int plain = ports.of(Part.GATEWAY);
    private final int encrypted = ports.of(Part.INCIDENT);

    private Identity gateway;
    private Identity desk;
    private Identity stranger;
    private Child running;

    @BeforeAll
    void start(Suite suite, @TempDir Path directory) throws Exception {
        gateway = Identity.make(directory, "gateway.jointdesk.example");
        desk = Identity.make(directory, "desk.lewisham.example");
        stranger = Identity.make(directory, "stranger.example");
        Map<String, String> environment = MoreGateways.environment(suite, "tls");
        environment.put("QUARKUS_PROFILE", "prod,tls,desks");
        environment.put("JOINTDESK_TLS_PORT", Integer.toString(encrypted));
        environment.put("JOINTDESK_TLS_CERT", gateway.certificate().toString());
        environment.put("JOINTDESK_TLS_KEY", gateway.key().toString());
        environment.put("JOINTDESK_TLS_CLIENTS", "required");
        environment.put("JOINTDESK_TLS_CLIENTS_CA", desk.certificate().toString());
        Path jar = new Installation(Path.of("..").toAbsolutePath().normalize()).serviceJar("gateway");
        running = new QuarkusService("gateway-tls", jar, plain, MoreGateways.HEAP_MEGABYTES, Stay.BRIEF, environment)
                .start(suite.dataDir(), new Register(suite.dataDir().child("gateway-tls")));
        Eventually.becomes(() -> listens(encrypted), listening -> listening, Duration.ofMinutes(2));
    }

    @AfterAll
    void end() {
        running.askToStop();
        running.awaitEnd(Duration.ofSeconds(20));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    private SSLSocket connect(SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", encrypted);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private String ask(SSLContext context) throws IOException {
        try (SSLSocket socket = connect(context)) {
            socket.getOutputStream().write(ASK.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void nothing_is_said_in_the_open() {
        assertThatThrownBy(() -> new Socket("127.0.0.1", plain).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_desk_shows_its_certificate_and_is_asked_for_its_token() throws Exception {
        assertThat(ask(gateway.contextOf(desk))).startsWith("HTTP/1.1 401").contains("\"code\":\"token-required\"");
    }

    @Test
    void nobody_else_is_heard() {
        assertThatThrownBy(() -> ask(gateway.contextOfNobody())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(gateway.contextOf(stranger))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_AES_128_GCM_SHA256",
                "TLS_AES_256_GCM_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
            })
    void a_suite_that_encrypts_and_authenticates_at_once_is_spoken(String cipher) throws Exception {
        assertThat(handshake(cipher)).isEqualTo(cipher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"
            })
    void an_older_one_is_not(String cipher) {
        assertThatThrownBy(() -> handshake(cipher)).isInstanceOf(SSLException.class);
    }

    private String handshake(String cipher) throws Exception {
        try (SSLSocket socket = connect(gateway.contextOf(desk))) {
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }
}
