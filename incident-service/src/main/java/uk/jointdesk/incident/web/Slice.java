package uk.jointdesk.incident.web;

import java.util.List;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;

/** A page out of a list that is read whole because it is short, or grows at its end; a place in it is cursor enough. */
public final class Slice {

    private Slice() {}

    public static <T> Page<T> of(List<T> whole, Integer limit, String cursor) {
        int most = Limit.of(limit);
        int start = cursor == null ? 0 : place(cursor);
        List<T> page = whole.stream().skip(start).limit(most + 1L).toList();
        return Page.of(page, most, last -> Cursor.encode(Integer.toString(start + most)));
    }

    private static int place(String cursor) {
        String place = Cursor.decode(cursor, 1).get(0);
        if (!place.matches("\\d{1,9}")) {
            throw Cursor.invalid();
        }
        return Integer.parseInt(place);
    }
}
