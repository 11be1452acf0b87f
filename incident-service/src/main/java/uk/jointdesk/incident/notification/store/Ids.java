package uk.jointdesk.incident.notification.store;

import java.util.UUID;
import uk.jointdesk.kit.paging.Cursor;

/** Ids as cursors hold them. */
final class Ids {

    private Ids() {}

    static UUID ofCursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
