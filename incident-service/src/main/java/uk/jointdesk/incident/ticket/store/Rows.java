package uk.jointdesk.incident.ticket.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.argument.Argument;

/** Whole columns of rows as array parameters, so that a batch is one statement, and instants as they come back. */
public final class Rows {

    private Rows() {}

    static <T> Argument texts(List<T> rows, Function<T, String> column) {
        return array("text", rows.stream().map(column).toArray());
    }

    static <T> Argument numbers(List<T> rows, ToLongFunction<T> column) {
        return array("int8", rows.stream().mapToLong(column).boxed().toArray());
    }

    static <T> Argument optionalNumbers(List<T> rows, Function<T, Long> column) {
        return array("int8", rows.stream().map(column).toArray());
    }

    static <T> Argument flags(List<T> rows, Function<T, Boolean> column) {
        return array("bool", rows.stream().map(column).toArray());
    }

    static <T> Argument bytes(List<T> rows, Function<T, byte[]> column) {
        return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    /** Instants with their offset written out, so that no session's time zone can be read into them. */
    static <T> Argument instants(List<T> rows, Function<T, Instant> column) {
        return array("timestamptz", rows.stream().map(column).map(Rows::text).toArray());
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Argument array(String type, Object[] values) {
        return (position, statement, context) ->
                statement.setArray(position, context.getConnection().createArrayOf(type, values));
    }
}
