package uk.jointdesk.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast PostgreSQL itself takes in the rows of {@code ticket_event}, sent by a client as they were stored. */
final class CopyRate {

    private final int port;

    CopyRate(int port) {
        this.port = port;
    }

    /** Seconds for the same rows into a table without and with the indexes of the original. */
    record Measured(long rows, double bare, double indexed) {}

    Measured of(String source) {
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/incident?user=postgres")) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            Path rows = Files.createTempFile("jointdesk-copy", ".bin");
            long count = unload(copy, source, rows);
            double bare = load(connection, copy, rows, "(like ticket_event)");
            double indexed = load(connection, copy, rows, "(like ticket_event including indexes)");
            Files.delete(rows);
            return new Measured(count, bare, indexed);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long unload(CopyManager copy, String source, Path rows) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(rows)) {
            return copy.copyOut(
                    "copy (select * from ticket_event where import in (select id from import_job" + " where source = '"
                            + source + "')) to stdout (format binary)",
                    out);
        }
    }

    private static double load(Connection connection, CopyManager copy, Path rows, String like)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                InputStream in = Files.newInputStream(rows)) {
            statement.execute("create table copy_rate " + like);
            statement.execute("checkpoint");
            long start = System.nanoTime();
            copy.copyIn("copy copy_rate from stdin (format binary)", in);
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop table copy_rate");
            return seconds;
        }
    }
}
