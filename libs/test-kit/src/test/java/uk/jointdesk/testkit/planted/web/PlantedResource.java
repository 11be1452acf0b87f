package uk.jointdesk.testkit.planted.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;

/** Breaks the walls around SQL and time, on purpose. */
public final class PlantedResource {
    Date at = Date.from(Instant.now());

    String catalog(Connection connection) throws SQLException {
        return connection.getCatalog();
    }
}
