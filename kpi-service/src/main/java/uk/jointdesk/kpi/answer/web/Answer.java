package uk.jointdesk.kpi.answer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Limit;

/**
 * The rows of an answer and what explains them. All rows come at once unless a limit is asked for: a table with rows
 * missing reads like a table.
 */
public record Answer<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) String next,
        @JsonUnwrapped Explanation explanation,

        @Schema(description = "Only where a period to compare with was asked for")
        Comparison comparison) {

    public static <T> Answer<T> of(List<T> rows, PerformanceParams params, Explanation explanation) {
        return of(rows, params, explanation, Optional.empty());
    }

    public static <T> Answer<T> of(
            List<T> rows, PerformanceParams params, Explanation explanation, Optional<Comparison> comparison) {
        Comparison compared = comparison.orElse(null);
        if (params.limit == null && params.cursor == null) {
            return new Answer<>(rows, null, explanation, compared);
        }
        int start = Math.min(start(params.cursor), rows.size());
        int end = Math.min(start + Limit.of(Asked.limit(params.limit)), rows.size());
        String next = end < rows.size() ? Cursor.encode(Integer.toString(end)) : null;
        return new Answer<>(rows.subList(start, end), next, explanation, compared);
    }

    private static int start(String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(Cursor.decode(cursor, 1).get(0)));
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }
}
