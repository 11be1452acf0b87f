package uk.jointdesk.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A real PostgreSQL for one service under test, with the two roles production has: an owner that migrates and a
 * runtime role that owns nothing, so that row-level security bites in tests as it does in service.
 *
 * <pre>{@code
 * @QuarkusTestResource(value = PostgresFor.class, initArgs = @ResourceArg(name = "database", value = "incident"))
 * }</pre>
 */
public final class PostgresFor implements QuarkusTestResourceLifecycleManager {

    private String database = "test";
    private EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        try {
            // Durability is not under test here, and waiting for the disk would double the run.
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            provision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be prepared", e);
        }
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", database + "_app",
                "quarkus.datasource.password", database + "_app",
                "quarkus.flyway.username", database + "_owner",
                "quarkus.flyway.password", database + "_owner");
    }

    private void provision() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role %1$s_owner login password '%1$s_owner'".formatted(database));
            statement.execute("create role %1$s_app login password '%1$s_app'".formatted(database));
            statement.execute("create database %1$s owner %1$s_owner".formatted(database));
            // As little as where it is installed: what a service needs beyond connecting its migrations grant.
            statement.execute("revoke all on database %1$s from public".formatted(database));
            statement.execute("grant connect on database %1$s to %1$s_app".formatted(database));
        }
    }

    @Override
    public void stop() {
        if (postgres == null) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
