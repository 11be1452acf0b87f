package uk.jointdesk.kpi.feed.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A row as COPY sends it in binary: of a million of them, a column costs next to nothing until it is asked for. Row
 * security holds as for any query. Columns count from 0.
 */
final class BinaryRow {

    private static final int HEADER = 19;
    private static final int LAST = -1;

    /** Instants count from the first day of 2000, in microseconds. */
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private static final long MICROS = 1_000;

    private final int[] starts;
    private final int[] ends;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    private BinaryRow(int columns) {
        this.starts = new int[columns];
        this.ends = new int[columns];
    }

    /** Reads what a query without parameters gives, row by row; the row is the same object each time. */
    static void each(Handle handle, String query, int columns, Consumer<BinaryRow> taker) {
        try {
            CopyOut copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
            try {
                each(copy, new BinaryRow(columns), taker);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("rows could not be copied", refused);
        }
    }

    private static void each(CopyOut copy, BinaryRow row, Consumer<BinaryRow> taker) throws SQLException {
        int skipped = HEADER;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            if (row.holds(message, skipped)) {
                taker.accept(row);
            }
            skipped = 0;
        }
    }

    private boolean holds(byte[] message, int from) {
        bytes = ByteBuffer.wrap(message);
        if (bytes.getShort(from) == LAST) {
            return false;
        }
        int at = from + Short.BYTES;
        for (int column = 0; column < starts.length; column++) {
            int length = bytes.getInt(at);
            starts[column] = at + Integer.BYTES;
            ends[column] = starts[column] + length;
            at = Math.max(starts[column], ends[column]);
        }
        return true;
    }

    boolean isNull(int column) {
        return ends[column] < starts[column];
    }

    String text(int column) {
        return isNull(column)
                ? null
                : new String(bytes.array(), starts[column], ends[column] - starts[column], StandardCharsets.UTF_8);
    }

    /** Whether a text is this one, in ASCII. */
    boolean is(int column, byte[] text) {
        return !isNull(column) && Arrays.equals(bytes.array(), starts[column], ends[column], text, 0, text.length);
    }

    long bigint(int column) {
        return bytes.getLong(starts[column]);
    }

    int integer(int column) {
        return bytes.getInt(starts[column]);
    }

    /** An instant in epoch milliseconds, finer digits cut off. */
    long millis(int column) {
        return EPOCH + Math.floorDiv(bigint(column), MICROS);
    }

    /** Some columns as they lie there: equal where they are equal. */
    ByteBuffer columns(int first, int last) {
        return bytes.slice(
                starts[first] - Integer.BYTES, Math.max(starts[last], ends[last]) - starts[first] + Integer.BYTES);
    }
}
