package uk.jointdesk.kpi.backlog.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/**
 * The stretches that were open just before an instant, found without looking at all that there ever were: a stretch that
 * lasted less than 2<sup>n</sup> hours and was open then began within as many hours before it. About as many others are
 * looked at beside those.
 */
final class OpenThen {

    /** Stands for a table with the columns of {@code open_spell}. The offset has each length looked up by the index. */
    static final String SPELLS = """
            (select s.*
               from unnest(cast(:lengths as smallint[]), cast(:after as timestamptz[])) as known (spell_length, after)
              cross join lateral (
                    select * from open_spell
                     where length = known.spell_length and started_at > known.after and started_at < :before
                       and (ended_at is null or ended_at >= :before)
                    offset 0) s) open_then
            """;

    /** Lengths below this one have an upper end; it has none, and neither has that of what is still open. */
    private static final int LONGEST = 14;

    private static final int STILL_OPEN = 20;
    private static final String EVER = "-infinity";

    private OpenThen() {}

    static Query bind(Query query, Instant before) {
        List<String> lengths = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int length = 0; length < LONGEST; length++) {
            lengths.add(Integer.toString(length));
            after.add(before.minus(Duration.ofHours(1L << length)).toString());
        }
        lengths.addAll(List.of(Integer.toString(LONGEST), Integer.toString(STILL_OPEN)));
        after.addAll(List.of(EVER, EVER));
        return query.bindArray("lengths", String.class, lengths)
                .bindArray("after", String.class, after)
                .bind("before", before.atOffset(ZoneOffset.UTC));
    }
}
