package uk.jointdesk.benchmarks.postings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast PostgreSQL itself takes in the rows of the ledger, sent by a client as they were stored. */
final class CopyRate {
    private static final List<String> TABLES = List.of("journal", "imported_line", "posting");
    private final int port;

    CopyRate(int port) {
        this.port = port;
    }

    /** Rows, and seconds for them into tables without and with the indexes of the originals. */
    record Measured(long rows, double bare, double indexed) {
        Measured plus(Measured other) {
            return new Measured(rows + other.rows, bare + other.bare, indexed + other.indexed);
        }
    }

    /** Of the lines alone. */
    Measured postings() {
        return of("posting");
    }

    /** Of everything that an import writes. */
    Measured all() {
        return TABLES.stream().map(this::of).reduce(new Measured(0, 0, 0), Measured::plus);
    }

    private Measured of(String table) {
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/finance?user=postgres")) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            Path rows = Files.createTempFile("jointdesk-copy", ".bin");
            long count;
            try (OutputStream out = Files.newOutputStream(rows)) {
                count = copy.copyOut("copy " + table + " to stdout (format binary)", out);
            }
            double bare = load(connection, copy, rows, "(like " + table + ")");
            double indexed = load(connection, copy, rows, "(like " + table + " including indexes)");
            Files.delete(rows);
            return new Measured(count, bare, indexed);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
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
