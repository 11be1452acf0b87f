package uk.jointdesk.kit.feed;

import java.util.List;
import uk.jointdesk.kit.paging.Cursor;

/**
 * A place in a change feed: the writing transaction, then the row within it. Ordering by transaction rather than by row
 * number is what keeps a row that commits late from being skipped.
 *
 * @param transaction the writer's 64-bit transaction id
 * @param row the row's number
 */
public record FeedPosition(long transaction, long row) implements Comparable<FeedPosition> {

    public static final FeedPosition START = new FeedPosition(0, 0);

    /** The position of an opaque text, or the start when there is none. */
    public static FeedPosition parse(String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        List<String> parts = Cursor.decode(text, 2);
        try {
            return new FeedPosition(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1)));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    public String text() {
        return Cursor.encode(Long.toString(transaction), Long.toString(row));
    }

    @Override
    public int compareTo(FeedPosition other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(row, other.row);
    }
}
