package uk.jointdesk.system.isolation.rows;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of a database, as PostgreSQL itself lists them: a new one is in the test without being named in it. */
final class Catalogue {

    private static final String TABLES = """
            select relname, pg_get_userbyid(relowner) as owner, relrowsecurity, relforcerowsecurity
              from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname
            """;

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, a.atttypmod) as type,
                   a.attnotnull and not a.atthasdef and a.attidentity = '' as wanted,
                   a.attgenerated = '' and a.attidentity <> 'a' as writable
              from pg_attribute a join pg_class c on c.oid = a.attrelid
             where c.relnamespace = 'public'::regnamespace and c.relname = ? and a.attnum > 0 and not a.attisdropped
             order by a.attnum
            """;

    private static final String REFERENCES = """
            select (select array_agg(a.attname::text order by k.place)
                      from unnest(f.conkey) with ordinality k (number, place)
                      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
                   parent.relname,
                   (select array_agg(a.attname::text order by k.place)
                      from unnest(f.confkey) with ordinality k (number, place)
                      join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as parent_columns
              from pg_constraint f
              join pg_class c on c.oid = f.conrelid
              join pg_class parent on parent.oid = f.confrelid
             where f.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.relname = ?
             order by f.conname
            """;

    private static final String POLICIES = """
            select policyname, cmd, 'public' = any (roles) as everybodys, qual, with_check
              from pg_policies where schemaname = 'public' and tablename = ? order by policyname
            """;

    private static final String CHECKS = """
            select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
             where k.contype = 'c' and c.relnamespace = 'public'::regnamespace and c.relname = ?
            """;

    private final Map<String, Table> tables = new TreeMap<>();

    private Catalogue() {}

    static Catalogue of(Database database) throws SQLException {
        Catalogue catalogue = new Catalogue();
        try (Connection connection = database.asSuperuser();
                PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                catalogue.read(connection, row);
            }
        }
        return catalogue;
    }

    List<Table> fenced() {
        return tables.values().stream().filter(Table::fenced).toList();
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    Table table(String name) {
        return tables.get(name);
    }

    private void read(Connection connection, ResultSet row) throws SQLException {
        String name = row.getString("relname");
        tables.put(
                name,
                new Table(
                        name,
                        row.getString("owner"),
                        row.getBoolean("relrowsecurity"),
                        row.getBoolean("relforcerowsecurity"),
                        list(connection, COLUMNS, name, Catalogue::column),
                        list(connection, REFERENCES, name, Catalogue::reference),
                        list(connection, POLICIES, name, Catalogue::policy),
                        list(connection, CHECKS, name, check -> check.getString(1))));
    }

    private static Table.Column column(ResultSet row) throws SQLException {
        return new Table.Column(
                row.getString("attname"), row.getString("type"), row.getBoolean("wanted"), row.getBoolean("writable"));
    }

    private static Table.Reference reference(ResultSet row) throws SQLException {
        return new Table.Reference(
                names(row.getArray("columns")), row.getString("relname"), names(row.getArray("parent_columns")));
    }

    private static Table.Policy policy(ResultSet row) throws SQLException {
        return new Table.Policy(
                row.getString("policyname"),
                row.getString("cmd"),
                row.getBoolean("everybodys"),
                row.getString("qual"),
                row.getString("with_check"));
    }

    private static List<String> names(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String query, String table, Reading<T> reading)
            throws SQLException {
        List<T> list = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    list.add(reading.of(row));
                }
            }
        }
        return list;
    }
}
