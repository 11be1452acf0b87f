package uk.jointdesk.system.isolation.rows;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;

/** A service's database by the back door. */
record Database(int port, String name) {

    static List<Database> of(Suite suite) {
        int port = URI.create(suite.url(Part.POSTGRES)).getPort();
        return List.of("incident", "kpi", "finance", "gateway").stream()
                .map(name -> new Database(port, name))
                .toList();
    }

    /** The role that the service works as; it owns nothing, so that row-level security binds it. */
    String role() {
        return name + "_app";
    }

    /** As the service connects. */
    Connection asService() throws SQLException {
        return connect(role());
    }

    /** As somebody whom nothing binds, to plant rows and to change rules; nothing of it is ever committed. */
    Connection asSuperuser() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String role) throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, role, role);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public String toString() {
        return name;
    }
}
