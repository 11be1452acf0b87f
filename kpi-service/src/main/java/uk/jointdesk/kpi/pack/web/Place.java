package uk.jointdesk.kpi.pack.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kpi.answer.web.Asked;

/** A place in a list that shows the newest first. */
public record Place(Instant before, String id) {
    private static final Place START = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");

    public static Place of(String cursor) {
        if (cursor == null) {
            return START;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Place(Cursor.instant(keys.get(0)), Asked.text("cursor", keys.get(1)));
        } catch (DateTimeException notOurs) {
            throw Cursor.invalid();
        }
    }

    public static String cursor(Instant at, String id) {
        return Cursor.encode(at.toString(), id);
    }

    public static int limit(String asked) {
        return Limit.of(Asked.limit(asked));
    }
}
