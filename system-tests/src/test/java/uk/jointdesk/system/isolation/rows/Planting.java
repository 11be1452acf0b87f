package uk.jointdesk.system.isolation.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts rows into tables as the superuser, one at a time, for a transaction that is never committed: what a row says is
 * made up from the types of its columns, and only whose it is counts. Triggers and foreign keys are off, and checks go,
 * until the transaction ends.
 */
final class Planting {

    /** What a row must say so that more than its partner could show it; the rest is as good as any word. */
    private static final Map<String, String> TELLING = Map.of("state", "PUBLISHED");

    /** Numbers of made-up rows begin here, out of the way of those that are there, and fit into a smallint. */
    private static final int ABOVE_WHAT_IS_THERE = 20_000;

    private final Connection connection;
    private final Catalogue catalogue;
    private int number = ABOVE_WHAT_IS_THERE;

    Planting(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    void begin() throws SQLException {
        run("set local session_replication_role = 'replica'; set local lock_timeout = '20s'");
    }

    /** Takes away what would refuse a made-up row, and the rows that are there. */
    void clear(Table table) throws SQLException {
        loosen(table);
        run("delete from " + quoted(table.name()));
    }

    /** The statement that adds a row of the partner; what the row refers to is there when this returns. */
    String insert(Table table, String partner) throws SQLException {
        Map<String, String> values = values(table, partner);
        return "insert into " + quoted(table.name())
                + values.keySet().stream().map(Planting::quoted).collect(Collectors.joining(", ", " (", ")"))
                + String.join(", ", values.values()).transform(all -> " values (" + all + ")");
    }

    /** A value for one column of a row of the partner. */
    String value(Table.Column column, String partner) {
        number++;
        if (column.saysWhose()) {
            return column.type().equals("text[]") ? "'{" + partner + "}'" : "'" + partner + "'";
        }
        return TELLING.containsKey(column.name()) ? "'" + TELLING.get(column.name()) + "'" : anything(column.type());
    }

    private Map<String, String> values(Table table, String partner) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Table.Reference reference : table.references()) {
            Table parent = catalogue.table(reference.to());
            boolean needed = reference.columns().stream()
                    .anyMatch(name -> table.column(name).wanted());
            if (parent.fenced() && !parent.name().equals(table.name()) && needed) {
                refer(values, reference, planted(parent, partner));
            }
        }
        for (Table.Column column : table.columns()) {
            if (column.writable() && (column.wanted() || column.saysWhose())) {
                values.putIfAbsent(column.name(), value(column, partner));
            }
        }
        return values;
    }

    private static void refer(Map<String, String> values, Table.Reference reference, Map<String, String> parent) {
        for (int place = 0; place < reference.columns().size(); place++) {
            String value = parent.get(reference.toColumns().get(place));
            values.put(reference.columns().get(place), "'" + value + "'");
        }
    }

    private Map<String, String> planted(Table table, String partner) throws SQLException {
        loosen(table);
        Map<String, String> row = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet planted = statement.executeQuery(insert(table, partner) + " returning *")) {
            planted.next();
            for (Table.Column column : table.columns()) {
                row.put(column.name(), planted.getString(column.name()));
            }
        }
        return row;
    }

    private void loosen(Table table) throws SQLException {
        for (String check : table.checks()) {
            run("alter table " + quoted(table.name()) + " drop constraint if exists " + quoted(check));
        }
    }

    private String anything(String type) {
        return switch (type.replaceAll("\\(.*\\)", "")) {
            case "text", "character varying", "character" -> "'x" + number + "'";
            case "smallint", "integer", "bigint" -> Integer.toString(number);
            case "numeric" -> "1";
            case "boolean" -> "true";
            case "uuid" -> "gen_random_uuid()";
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "tsvector" -> "''";
            case "interval" -> "'1 day'";
            case "time without time zone" -> "'09:00'";
            case "double precision", "real" -> "1";
            case "daterange", "tstzrange", "int4range", "int8range" -> "'empty'";
            default -> {
                if (type.endsWith("[]")) {
                    yield "'{}'";
                }
                throw new IllegalStateException("nothing is known to put into a column of type " + type);
            }
        };
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
