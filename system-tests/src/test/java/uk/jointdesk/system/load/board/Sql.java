package uk.jointdesk.system.load.board;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of the suite by the back door, as its superuser. */
record Sql(int port, String database) {

    private static final double NANOS = 1e9;

    /** Runs a script in one transaction. */
    void script(String text) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(text);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the script failed in " + database, e);
        }
    }

    /** Runs one statement that wants no transaction around it. */
    void run(String text) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** The first value of the first row as text, null where there is none. */
    String ask(String text) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }

    long number(String text) {
        return Long.parseLong(ask(text));
    }

    /** How many seconds a statement takes until its last row is here; {@code before} is said first and not timed. */
    double seconds(String before, String text) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(before);
            long start = System.nanoTime();
            if (statement.execute(text)) {
                readAll(statement.getResultSet());
            }
            return (System.nanoTime() - start) / NANOS;
        } catch (SQLException e) {
            throw new IllegalStateException(text, e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "postgres");
    }

    private static void readAll(ResultSet rows) throws SQLException {
        while (rows.next()) {
            rows.getObject(1);
        }
    }
}
