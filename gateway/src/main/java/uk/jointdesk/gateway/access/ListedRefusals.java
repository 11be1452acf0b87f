package uk.jointdesk.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import uk.jointdesk.gateway.access.store.RefusalRow;

/**
 * A page of refusals, the newest first.
 *
 * @param next cursor of the next page; null when this is the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListedRefusals(List<RefusalRow> items, String next) {

    public ListedRefusals {
        items = List.copyOf(items);
    }

    /** Cuts a page out of rows of which one more than the limit was read. */
    static ListedRefusals of(List<RefusalRow> oneMoreThanLimit, int limit) {
        if (oneMoreThanLimit.size() <= limit) {
            return new ListedRefusals(oneMoreThanLimit, null);
        }
        List<RefusalRow> items = oneMoreThanLimit.subList(0, limit);
        return new ListedRefusals(items, RefusalCursor.after(items.get(limit - 1)));
    }
}
