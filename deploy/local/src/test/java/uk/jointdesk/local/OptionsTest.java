package uk.jointdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void without_options_the_suite_starts_on_the_usual_ports_with_demo_data() {
        Options options = Options.of(List.of(), Map.of(), ROOT);
        assertThat(options.dataDir()).isEqualTo(Path.of("/checkout/.jointdesk"));
        assertThat(options.ports().of(Part.GATEWAY)).isEqualTo(8080);
        assertThat(options.ports().of(Part.POSTGRES)).isEqualTo(15432);
        assertThat(options.demo()).isTrue();
        assertThat(options.reset()).isFalse();
    }

    @Test
    void the_command_line_wins_over_the_environment() {
        Map<String, String> environment = Map.of("JOINTDESK_PORT", "9001", "JOINTDESK_KPI_PORT", "9002");
        Options options = Options.of(List.of("--port", "9003"), environment, ROOT);
        assertThat(options.ports().of(Part.GATEWAY)).isEqualTo(9003);
        assertThat(options.ports().of(Part.KPI)).isEqualTo(9002);
    }

    @Test
    void an_option_takes_its_value_after_a_space_or_an_equals_sign() {
        Options options = Options.of(
                List.of("--data-dir=/tmp/a=b", "--ports", "keycloak=9180,postgres=9432", "--no-demo", "--reset"),
                Map.of(),
                ROOT);
        assertThat(options.dataDir()).isEqualTo(Path.of("/tmp/a=b"));
        assertThat(options.ports().of(Part.KEYCLOAK)).isEqualTo(9180);
        assertThat(options.ports().of(Part.POSTGRES)).isEqualTo(9432);
        assertThat(options.demo()).isFalse();
        assertThat(options.reset()).isTrue();
    }

    @Test
    void what_is_not_an_option_is_refused_by_name() {
        refused("--rest", "--rest");
        refused("--port needs a value", "--port");
        refused("70000 is not a port number", "--port", "70000");
        refused("no part named mail", "--ports", "mail=25");
        refused("cannot share", "--ports", "kpi=8080");
    }

    private static void refused(String message, String... arguments) {
        assertThatThrownBy(() -> Options.of(List.of(arguments), Map.of(), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(message);
    }
}
