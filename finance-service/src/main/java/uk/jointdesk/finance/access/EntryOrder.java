package uk.jointdesk.finance.access;

import uk.jointdesk.kit.paging.Cursor;

/** The cursor of a list in order of entry. */
public final class EntryOrder {
    private EntryOrder() {}

    /** The number after which the list goes on; 0 without a cursor. */
    public static long after(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).get(0));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }
}
