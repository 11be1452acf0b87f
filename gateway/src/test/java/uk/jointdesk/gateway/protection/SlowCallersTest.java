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

    private static final int IMPORTS_AT_ONCE = 8;
    private static final int CONNECTIONS = 600;
    private static final String LIST = "GET /api/v1/tickets HTTP/1.1\r\nHost: x\r\n";

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

    @Test
    void slow_imports_of_one_client_are_few_and_take_no_room_from_its_other_requests() throws Exception {
        String slow = Tokens.of("slow-desk", List.of("desk-integration", "borough-client"), List.of("LBL"));
        List<Socket> sockets = new ArrayList<>();
        for (int upload = 0; upload <= IMPORTS_AT_ONCE; upload++) {
            sockets.add(beginImport(slow));
        }
        List<Socket> answered = answered(sockets);
        assertThat(answered).as("those who are told to wait").hasSize(1);
        assertThat(hear(answered.get(0))).isEqualTo(429);
        as(slow).get("/api/v1/tickets").then().statusCode(200);
        Socket other = beginImport(Tokens.integration("other-desk", "LBL"));
        other.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(hear(other)).isEqualTo(202);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void one_connection_more_than_there_may_be_is_closed_and_those_that_are_there_are_served() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int caller = 0; caller <= CONNECTIONS; caller++) {
            sockets.add(say(""));
        }
        Socket last = sockets.get(CONNECTIONS);
        // Sooner than one that says nothing would be given up.
        last.setSoTimeout(3_000);
        assertThat(last.getInputStream().read()).isNegative();
        sockets.get(0).getOutputStream().write((LIST + "\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(hear(sockets.get(0))).isEqualTo(401);
        for (Socket socket : sockets) {
            socket.close();
        }
        awaitRoom();
    }

    /** Those of them that have an answer, once there is one and a moment has passed for others to come. */
    private static List<Socket> answered(List<Socket> sockets) throws IOException, InterruptedException {
        List<Socket> answered = List.of();
        for (int look = 0; look < 100 && answered.isEmpty(); look++) {
            Thread.sleep(200);
            answered = withAnswer(sockets);
        }
        Thread.sleep(500);
        return withAnswer(sockets);
    }

    private static List<Socket> withAnswer(List<Socket> sockets) throws IOException {
        List<Socket> with = new ArrayList<>();
        for (Socket socket : sockets) {
            if (socket.getInputStream().available() > 0) {
                with.add(socket);
            }
        }
        return with;
    }

    /** The gateway needs a moment to hear that callers have left. */
    private void awaitRoom() throws InterruptedException {
        for (int look = 0; look < 100 && !isThereRoom(); look++) {
            Thread.sleep(100);
        }
    }

    private boolean isThereRoom() {
        try (Socket socket = say(LIST + "\r\n")) {
            return socket.getInputStream().read() >= 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Sends one byte of a hundred. */
    private Socket begin(String token) throws IOException {
        return say("PATCH /api/v1/tickets/LBL-1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    }

    private Socket beginImport(String token) throws IOException {
        return say("POST /api/v1/imports?source=slow HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
    }

    private Socket say(String bytes) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int hear(Socket socket) throws IOException {
        try (socket) {
            return status(socket);
        }
    }

    private static int status(Socket socket) throws IOException {
        byte[] line = socket.getInputStream().readNBytes(12);
        return Integer.parseInt(new String(line, StandardCharsets.US_ASCII).substring(9));
    }
}
