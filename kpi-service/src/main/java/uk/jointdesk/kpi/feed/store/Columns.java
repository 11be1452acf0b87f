package uk.jointdesk.kpi.feed.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * How rows of one kind go into a table: one array per column, so that thousands of rows are one statement and one
 * journey to the database.
 */
final class Columns<T> {

    private record Column<T>(String name, String type, Function<T, Object> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    Columns<T> text(String name, Function<T, String> value) {
        return typed(name, "text", value::apply);
    }

    Columns<T> typed(String name, String type, Function<T, Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** Inserts the rows; {@code onConflict} is the rest of the statement. */
    void insert(Handle handle, String table, String onConflict, Collection<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        execute(
                handle,
                "insert into %s (%s) select * from unnest(%s) %s".formatted(table, names(), arrays(), onConflict),
                rows);
    }

    private void execute(Handle handle, String sql, Collection<T> rows) {
        Update update = handle.createUpdate(sql);
        for (Column<T> column : columns) {
            List<String> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(text(column.value().apply(row))));
            update.bindArray(column.name(), String.class, values);
        }
        update.execute();
    }

    String assignments() {
        return columns.stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String arrays() {
        return columns.stream()
                .map(column -> "cast(:%s as %s[])".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
