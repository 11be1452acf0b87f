package uk.jointdesk.gateway.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.gateway.GatewayTest;
import uk.jointdesk.gateway.StubServices;
import uk.jointdesk.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class SlowCallersTest extends GatewayTest {

    private static final int CALLERS = 200;
    /** As StubServices configures it. */
    private static final int AT_ONCE = 40;

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void those_who_send_slowly_hear_so_in_the_end_and_leave_room_for_others() throws Exception {
        String slow = Tokens.of("slow-writer", List.of("borough-client"), List.of("LBL"));
        List<Socket> sockets = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            sockets.add(begin(slow));
        }
        for (int read = 0; read < 30; read++) {
            as(Tokens.borough("LBL")).get("/api/v1/tickets").then().statusCode(200);
            as(Tokens.borough("LBS"))
                    .contentType("application/json")
                    .body("{}")
                    .patch("/api/v1/tickets/LBS-1")
                    .then()
                    .statusCode(200);
        }
        List<Integer> statuses = new ArrayList<>();
        for (Socket socket : sockets) {
            statuses.add(hear(socket));
        }
        assertThat(Collections.frequency(statuses, 429)).as("too many at once").isEqualTo(CALLERS - AT_ONCE);
        assertThat(Collections.frequency(statuses, 408)).as("given up").isEqualTo(AT_ONCE);
    }

    /** Sends one byte of a hundred. */
    private Socket begin(String token) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(30_000);
        String request = "PATCH /api/v1/tickets/LBL-1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int hear(Socket socket) throws IOException {
        try (socket) {
            byte[] line = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
        }
    }
}
