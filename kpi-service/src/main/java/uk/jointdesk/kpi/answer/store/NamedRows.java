package uk.jointdesk.kpi.answer.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import uk.jointdesk.kpi.breakdown.domain.NamedTickets;
import uk.jointdesk.kpi.breakdown.domain.Slice;

/** Reads tickets one by one where answers only count them: a slice, what the ticket is counted as, and its reference. */
public final class NamedRows {

    private static final int FETCHED_AT_ONCE = 5_000;

    private NamedRows() {}

    private record Key<E>(Slice slice, E kind) {}

    /** @param query with the columns of {@link MonthBuckets#SLICE}, month, counted_as and ticket, sorted by ticket */
    public static <E extends Enum<E>> Map<Slice, NamedTickets<E>> read(Query query, Class<E> kinds) {
        Map<Key<E>, List<String>> tickets = new HashMap<>();
        query.setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> {
                    E kind = Enum.valueOf(kinds, row.getString("counted_as"));
                    return tickets.computeIfAbsent(new Key<>(MonthBuckets.slice(row), kind), none -> new ArrayList<>())
                            .add(row.getString("ticket"));
                })
                .list();
        Map<Slice, NamedTickets<E>> named = new HashMap<>();
        tickets.forEach((key, names) ->
                named.merge(key.slice, NamedTickets.of(key.kind, List.copyOf(names)), NamedTickets::plus));
        return named;
    }
}
