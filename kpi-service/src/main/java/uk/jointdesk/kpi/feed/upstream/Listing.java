package uk.jointdesk.kpi.feed.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A page of a list. */
public record Listing<T>(List<T> items, String next) {

    /** Every item of a list, page by page. */
    static <T> List<T> all(Function<String, Listing<T>> page) {
        List<T> items = new ArrayList<>();
        String cursor = null;
        do {
            Listing<T> read = page.apply(cursor);
            items.addAll(read.items());
            cursor = read.next();
        } while (cursor != null);
        return List.copyOf(items);
    }
}
