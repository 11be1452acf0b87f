package uk.jointdesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

    @TempDir
    Path temp;

    private Register register;
    private Child sleeper;

    @BeforeEach
    void start_something_that_lasts() {
        register = new Register(temp.resolve("processes"));
        Child.Command command = new Child.Command("sleeper", List.of("sleep", "600"), Map.of(), temp);
        sleeper = Child.start(command, temp.resolve("sleeper.log"), register);
    }

    @AfterEach
    void end_it() {
        sleeper.kill();
    }

    @Test
    void the_next_start_ends_what_a_killed_one_left_running() {
        assertThat(new Register(temp.resolve("processes")).endLeftovers()).containsExactly("sleeper");
        assertThat(sleeper.alive()).isFalse();
        assertThat(register.endLeftovers()).isEmpty();
    }

    @Test
    void a_process_that_got_the_number_of_ours_later_is_left_alone() throws IOException {
        Path other = Files.writeString(temp.resolve("other"), sleeper.pid() + " 12345 stranger\n");
        assertThat(new Register(other).endLeftovers()).isEmpty();
        assertThat(sleeper.alive()).isTrue();
    }

    @Test
    void a_line_cut_short_by_the_kill_is_passed_over() throws IOException {
        Path file = temp.resolve("processes");
        Files.writeString(file, Files.readString(file) + "4711 17");
        assertThat(new Register(file).endLeftovers()).containsExactly("sleeper");
    }

    @Test
    void a_child_that_does_not_stop_when_asked_is_killed() {
        Child.Command command = new Child.Command(
                "deaf", List.of("sh", "-c", "trap '' TERM; echo started; while :; do sleep 0.1; done"), Map.of(), temp);
        Path log = temp.resolve("deaf.log");
        Child deaf = Child.start(command, log, register);
        Ending.await(ProcessHandle.current(), () -> log.toFile().length() > 0, Duration.ofSeconds(10));
        deaf.askToStop();
        deaf.awaitEnd(Duration.ofMillis(300));
        assertThat(deaf.alive()).isFalse();
        assertThat(deaf.exitCode()).isEqualTo(137);
    }
}
