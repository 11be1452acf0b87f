package uk.jointdesk.system.isolation.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Tries out the row fences of one database of a running suite, each in a transaction that leaves nothing behind. */
final class Trial {

    /** Deadlock, and a lock that was waited for too long. */
    private static final Set<String> IN_THE_WAY = Set.of("40P01", "55P03");

    private static final int TRIES = 5;

    private final Database database;
    private final Catalogue catalogue;

    private Trial(Database database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    static Trial of(Database database) throws SQLException {
        return new Trial(database, Catalogue.of(database));
    }

    List<Table> fenced() {
        return catalogue.fenced();
    }

    List<String> breaches(Table table) throws SQLException {
        return breaches(table, "select 1");
    }

    /**
     * What is wrong with the fence around a table once it is broken. The suite goes on working meanwhile, and may hold
     * a lock just then.
     *
     * @param broken the statement that breaks it
     */
    List<String> breaches(Table table, String broken) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return tried(table, broken);
            } catch (SQLException e) {
                if (!IN_THE_WAY.contains(e.getSQLState()) || tries == TRIES) {
                    throw new SQLException(table.name() + ", " + broken + ": " + e.getMessage(), e.getSQLState(), e);
                }
            }
        }
    }

    private List<String> tried(Table table, String broken) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            try {
                statement.execute("set local lock_timeout = '20s'");
                statement.execute(broken);
                return new RowFence(connection, catalogue, database.role()).breaches(table);
            } finally {
                connection.rollback();
            }
        }
    }
}
