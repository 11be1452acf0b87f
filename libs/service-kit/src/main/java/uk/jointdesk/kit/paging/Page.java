package uk.jointdesk.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list in a stable order.
 *
 * @param next cursor of the next page, or null when this is the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, String next) {

    /**
     * Cuts a page out of rows of which one more than the limit was read.
     *
     * @param cursor where the page after a given last row starts
     */
    public static <T> Page<T> of(List<T> oneMoreThanLimit, int limit, Function<T, String> cursor) {
        if (oneMoreThanLimit.size() <= limit) {
            return new Page<>(oneMoreThanLimit, null);
        }
        List<T> items = List.copyOf(oneMoreThanLimit.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** The whole of a list that is short by nature. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
