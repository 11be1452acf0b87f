package uk.jointdesk.system.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The database of incident-service by the back door: filled with a history before a measurement, and looked into. */
final class LoadDatabase {

    /** The same tickets at every measurement; the council and month of the first published figures. */
    private static final long SEED = 201_810;

    private static final String INDEXES = """
            select c.relname, pg_get_indexdef(i.indexrelid) as definition
              from pg_index i join pg_class c on c.oid = i.indexrelid
             where i.indrelid = any (array['ticket', 'ticket_event', 'ticket_text']::regclass[])
               and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
            """;

    private final int port;

    LoadDatabase(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Adds drawn tickets until there are so many. Indexes go and come back, which is a third of the time. */
    void fillUpTo(long tickets, Instant until) {
        try (Connection owner = connect("incident_owner")) {
            owner.setAutoCommit(false);
            run(owner, "set local work_mem = '128MB'; set local maintenance_work_mem = '512MB'; set local jit = off");
            run(owner, "select set_config('jointdesk.scope', '*', true)");
            long there = Long.parseLong(one(owner, "select count(*) from ticket"));
            Map<String, String> indexes = indexes(owner);
            for (String index : indexes.keySet()) {
                run(owner, "drop index " + index);
            }
            run(owner, script(there + 1, tickets, until));
            for (String definition : indexes.values()) {
                run(owner, definition);
            }
            owner.commit();
            owner.setAutoCommit(true);
            run(owner, "vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("the history could not be written", e);
        }
        superuser("checkpoint");
    }

    long ticketsOf(String partner) {
        return Long.parseLong(ask("select count(*) from ticket where partner = '" + partner + "'"));
    }

    /** What each column of the service's tables is, by "table.column". */
    Map<String, String> columnTypes() {
        Map<String, String> types = new HashMap<>();
        String sql = "select c.relname || '.' || a.attname, format_type(a.atttypid, null) from pg_attribute a"
                + " join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace"
                + " and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped";
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
            return types;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String ask(String sql) {
        try (Connection connection = connect("postgres")) {
            return one(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void superuser(String sql) {
        try (Connection connection = connect("postgres")) {
            run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect(String role) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/incident", role, role);
    }

    private static Map<String, String> indexes(Connection connection) throws SQLException {
        Map<String, String> definitions = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                definitions.put(rows.getString("relname"), rows.getString("definition"));
            }
        }
        return definitions;
    }

    private static String script(long first, long last, Instant until) {
        try (InputStream text = LoadDatabase.class.getResourceAsStream("/load/fill.sql")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":first", Long.toString(first))
                    .replace(":last", Long.toString(last))
                    .replace(":seed", Long.toString(SEED))
                    .replace(":until", until.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
