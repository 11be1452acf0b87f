package uk.jointdesk.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.SelfSigned;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(Certificates.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class TlsTest extends GatewayTest {

    @TestHTTPResource(value = "/", tls = true)
    URI gateway;

    @ConfigProperty(name = "jointdesk.test.certificates")
    Path certificates;

    @Inject
    TlsConfigurationRegistry registry;

    @Inject
    Event<CertificateUpdatedEvent> updated;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void who_speaks_a_current_version_is_served_and_told_to_come_encrypted_again(String version) throws Exception {
        try (SSLSocket socket = connect(version)) {
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(ask(socket, "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("strict-transport-security: max-age=31536000; includeSubDomains");
        }
    }

    @Test
    void the_cookies_of_a_sign_in_travel_encrypted_only_and_are_for_no_script_and_no_other_site() throws Exception {
        try (SSLSocket socket = connect("TLSv1.3")) {
            String answer = ask(socket, "GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 302");
            assertThat(answer.lines()
                            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:")))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .containsIgnoringCase("; secure")
                            .containsIgnoringCase("; httponly")
                            .containsIgnoringCase("; samesite=lax"));
        }
    }

    @Test
    void no_older_version_is_spoken() {
        assertThat(https().getSSLOptions().getEnabledSecureTransportProtocols())
                .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
    }

    @Test
    void a_renewed_certificate_is_shown_without_a_restart() throws Exception {
        assertThat(shownAfter("second.p12", "CN=second.jointdesk.example")).isTrue();
        assertThat(shownAfter("first.p12", "CN=first.jointdesk.example")).isTrue();
    }

    private boolean shownAfter(String renewed, String name) throws Exception {
        Files.copy(
                certificates.resolve(renewed), certificates.resolve("shown.p12"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(https().reload()).isTrue();
        updated.fire(new CertificateUpdatedEvent("https", https()));
        for (int look = 0; look < 50; look++) {
            try (SSLSocket socket = connect("TLSv1.3")) {
                X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                if (name.equals(shown.getSubjectX500Principal().getName())) {
                    return true;
                }
            }
            Thread.sleep(100);
        }
        return false;
    }

    private TlsConfiguration https() {
        return registry.get("https").orElseThrow();
    }

    private SSLSocket connect(String version) throws IOException, GeneralSecurityException {
        SSLSocket socket =
                (SSLSocket) SelfSigned.trusting().getSocketFactory().createSocket(gateway.getHost(), gateway.getPort());
        socket.setEnabledProtocols(new String[] {version});
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }

    private static String ask(SSLSocket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
