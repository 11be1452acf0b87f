package uk.jointdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirTest {

    @TempDir
    Path temp;

    @Test
    void a_second_start_on_the_same_directory_is_refused_until_the_first_ends() {
        try (DataDir first = DataDir.open(temp)) {
            assertThatThrownBy(() -> DataDir.open(first.path()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already runs");
        }
        DataDir.open(temp).close();
    }

    @Test
    void a_directory_with_somebody_elses_files_is_left_alone() throws IOException {
        Path precious = Files.writeString(temp.resolve("thesis.txt"), "ten years");
        assertThatThrownBy(() -> DataDir.open(temp)).isInstanceOf(CannotStart.class);
        assertThat(precious).exists();
    }

    @Test
    void emptying_leaves_nothing_but_the_lock_and_a_place_for_logs() throws IOException {
        try (DataDir dataDir = DataDir.open(temp)) {
            Files.createDirectories(dataDir.child("postgres/base"));
            Files.writeString(dataDir.child("postgres/base/1"), "row");
            dataDir.empty();
            try (var content = Files.list(temp)) {
                assertThat(content.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("jointdesk.lock", "logs");
            }
        }
    }

    @Test
    void the_log_of_the_start_before_is_kept() throws IOException {
        try (DataDir dataDir = DataDir.open(temp)) {
            Files.writeString(dataDir.freshLog("gateway"), "yesterday");
            assertThat(dataDir.freshLog("gateway")).doesNotExist();
            assertThat(temp.resolve("logs/gateway.log.1")).hasContent("yesterday");
        }
    }
}
