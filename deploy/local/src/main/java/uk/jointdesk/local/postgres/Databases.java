package uk.jointdesk.local.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import uk.jointdesk.local.CannotStart;

/**
 * One database per service, each with an owner (migrations) and a runtime role that owns nothing, so that row-level
 * security binds it. Passwords equal role names: this is the local start only. Running it again changes nothing.
 */
public final class Databases {

    static final List<String> NAMES = List.of("incident", "kpi", "finance", "gateway");

    private final DataSource superuser;

    public Databases(DataSource superuser) {
        this.superuser = superuser;
    }

    public void prepare() {
        try (Connection connection = superuser.getConnection()) {
            for (String name : NAMES) {
                role(connection, name + "_owner");
                role(connection, name + "_app");
                database(connection, name);
            }
        } catch (SQLException e) {
            throw new CannotStart("Cannot prepare the databases: " + e.getMessage(), e);
        }
    }

    private static void role(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            run(connection, "create role " + role + " login password '" + role + "'");
        }
    }

    private static void database(Connection connection, String name) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            run(connection, "create database " + name + " owner " + name + "_owner");
        }
        run(connection, "revoke all on database " + name + " from public");
        run(connection, "grant connect on database " + name + " to " + name + "_app");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
