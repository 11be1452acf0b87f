package uk.jointdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_taken_port_is_named_with_what_wanted_it() throws IOException {
        Ports ports = Ports.free();
        int wanted = ports.of(Part.KPI);
        try (ServerSocket other = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThat(ports.taken()).hasValueSatisfying(said -> assertThat(said)
                    .contains("Port " + wanted + " is taken", "kpi-service", "JOINTDESK_KPI_PORT"));
        }
        assertThat(ports.taken()).isEmpty();
    }
}
