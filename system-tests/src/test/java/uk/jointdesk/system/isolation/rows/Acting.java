package uk.jointdesk.system.isolation.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does something to a table as one role with one scope, and leaves everything as it was. */
final class Acting {

    private static final String REFUSED_BY_A_POLICY = "42501";
    private static final long REFUSED = -1;

    private final Connection connection;

    /** @param connection the superuser's, who can be anybody */
    Acting(Connection connection) {
        this.connection = connection;
    }

    /**
     * Something that a role has the right to try.
     *
     * @param emptied whether the table is to be empty before
     */
    record Attempt(String command, String table, String sql, boolean emptied) {

        static Attempt reading(Table table) {
            return new Attempt("SELECT", table.name(), "select count(*) from " + Planting.quoted(table.name()), false);
        }

        static Attempt changing(Table table, String changes) {
            String update = "update " + Planting.quoted(table.name()) + " set " + changes;
            return new Attempt("UPDATE", table.name(), update, false);
        }

        @Override
        public String toString() {
            return sql;
        }
    }

    /**
     * Everything a role has the right to try. Without conditions, because the columns of a condition would bring the
     * policies of reading into play.
     */
    List<Attempt> attempts(Table table, String role, String insert, Planting planting) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        if (may(role, table, "SELECT")) {
            attempts.add(Attempt.reading(table));
        }
        if (may(role, table, "INSERT")) {
            attempts.add(new Attempt("INSERT", table.name(), insert, true));
        }
        Optional<Table.Column> changed = changeable(table, role);
        if (changed.isPresent()) {
            String name = Planting.quoted(changed.get().name());
            attempts.add(Attempt.changing(table, name + " = " + planting.value(changed.get(), "")));
        }
        if (may(role, table, "DELETE")) {
            attempts.add(new Attempt("DELETE", table.name(), "delete from " + Planting.quoted(table.name()), false));
        }
        return attempts;
    }

    /** How many rows it was about; negative if a policy refused it. */
    long as(String role, String scope, Attempt attempt) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            if (attempt.emptied()) {
                run("delete from " + Planting.quoted(attempt.table()));
            }
            run("set local role " + Planting.quoted(role));
            run("set local jointdesk.scope = '" + scope + "'");
            run("set local jointdesk.erasing = 'on'");
            return attempt.command().equals("SELECT") ? one(attempt.sql()) : changed(attempt.sql());
        } catch (SQLException refused) {
            if (REFUSED_BY_A_POLICY.equals(refused.getSQLState())) {
                return REFUSED;
            }
            throw refused;
        } finally {
            connection.rollback(before);
        }
    }

    /** A column that the role may change and that no policy asks for. */
    private Optional<Table.Column> changeable(Table table, String role) throws SQLException {
        for (Table.Column column : table.columns()) {
            boolean plain = column.writable() && !column.saysWhose() && !table.refers(column);
            String asked = "select has_column_privilege('%s', '%s', '%s', 'UPDATE')::int"
                    .formatted(role, Planting.quoted(table.name()), column.name());
            if (plain && one(asked) == 1) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private boolean may(String role, Table table, String right) throws SQLException {
        String asked = "select has_table_privilege('%s', '%s', '%s')::int";
        return one(asked.formatted(role, Planting.quoted(table.name()), right)) == 1;
    }

    private long one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long changed(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
