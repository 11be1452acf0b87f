package uk.jointdesk.incident;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database by the back door: what somebody with the service's own password could do. */
public final class Database {

    private Database() {}

    /** A connection as the service's runtime role, without a partner scope. */
    public static Connection asTheService() throws SQLException {
        return connect("incident_app");
    }

    /** A connection as the role that owns the tables. */
    public static Connection asTheOwner() throws SQLException {
        return connect("incident_owner");
    }

    public static Connection asTheService(String scope) throws SQLException {
        Connection connection = asTheService();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('jointdesk.scope', '" + scope + "', false)");
        }
        return connection;
    }

    public static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String role) throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return DriverManager.getConnection(url, role, role);
    }
}
