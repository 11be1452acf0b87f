package uk.jointdesk.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.jointdesk.local.DataDir;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Ports;

class ClusterTest {

    private static final Path BINARIES = Path.of("target/postgres").toAbsolutePath();

    private final int port = Ports.free().of(Part.POSTGRES);

    @TempDir
    Path temp;

    @Test
    void what_was_committed_is_there_after_a_restart_and_the_server_is_durable() throws SQLException {
        try (DataDir dataDir = DataDir.open(temp.resolve("data"))) {
            try (Cluster first = Cluster.start(dataDir, BINARIES, port)) {
                new Databases(first.superuser()).prepare();
                new Databases(first.superuser()).prepare();
                assertThat(answer("incident_owner", "show fsync")).isEqualTo("on");
                assertThat(answer("incident_owner", "show synchronous_commit")).isEqualTo("on");
                assertThat(answer("incident_owner", "show full_page_writes")).isEqualTo("on");
                run("incident_owner", "create table kept as select 'still here' as text");
            }
            try (Cluster second = Cluster.start(dataDir, BINARIES, port)) {
                assertThat(second.superuser()).isNotNull();
                assertThat(answer("incident_owner", "select text from kept")).isEqualTo("still here");
            }
        }
    }

    @Test
    void a_runtime_role_can_neither_make_tables_nor_enter_another_services_database() {
        try (DataDir dataDir = DataDir.open(temp.resolve("data"));
                Cluster cluster = Cluster.start(dataDir, BINARIES, port)) {
            new Databases(cluster.superuser()).prepare();
            assertThatThrownBy(() -> run("incident_app", "create table mine (x int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> connect("kpi_app", "incident"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_directory_that_a_killed_first_start_left_half_made_is_made_anew() throws IOException, SQLException {
        Files.createDirectories(temp.resolve("data"));
        try (DataDir dataDir = DataDir.open(temp.resolve("data"))) {
            Files.createDirectories(dataDir.child("postgres"));
            Files.writeString(dataDir.child("postgres/postgresql.conf"), "# cut short");
            try (Cluster cluster = Cluster.start(dataDir, BINARIES, port)) {
                new Databases(cluster.superuser()).prepare();
                assertThat(answer("finance_app", "select 1")).isEqualTo("1");
            }
        }
    }

    private String answer(String role, String sql) throws SQLException {
        try (Connection connection = connect(role, role.substring(0, role.indexOf('_')));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String role, String sql) throws SQLException {
        try (Connection connection = connect(role, role.substring(0, role.indexOf('_')));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, role);
    }
}
