package uk.jointdesk.kpi.published.web;

import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Pattern;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;
import uk.jointdesk.kit.paging.Page;
import uk.jointdesk.kpi.answer.web.Asked;
import uk.jointdesk.kpi.published.store.PublishedStore;
import uk.jointdesk.kpi.published.store.PublishedStore.Place;
import uk.jointdesk.kpi.published.store.PublishedStore.Recorded;

/** The list of published tables, page by page. */
final class PublishedPages {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private PublishedPages() {}

    private static boolean isAnId(String text) {
        return ID.matcher(text).matches();
    }

    static Page<Recorded> of(String limit, String cursor, PublishedStore tables) {
        int most = Limit.of(Asked.limit(limit));
        return Page.of(
                tables.list(cursor == null ? null : place(cursor), most + 1),
                most,
                last -> Cursor.encode(last.at().toString(), last.table().id()));
    }

    private static Place place(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            if (isAnId(keys.get(1))) {
                return new Place(Cursor.instant(keys.get(0)), keys.get(1));
            }
        } catch (DateTimeException notOurs) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }
}
