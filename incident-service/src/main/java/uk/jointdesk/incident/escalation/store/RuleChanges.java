package uk.jointdesk.incident.escalation.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kit.feed.FeedHorizon;

/** Changes of rules that open tickets have not all been judged by yet. */
final class RuleChanges {

    /** The partners whose tickets an agreement speaks about in any version; one that names none speaks about all. */
    private static final String NEXT = """
            select c.id, c.done_up_to, c.calendar is null and c.agreement is null and c.partner is null
                or exists (select from agreement_version v where v.agreement = c.agreement
                  and coalesce(jsonb_array_length(v.body #> '{coverage,partners}'), 0) = 0) as everybody,
              array(select p.code from partner p where p.code = c.partner or p.calendar = c.calendar
                or exists (select from agreement_version v where v.agreement = c.agreement
                  and v.body #> '{coverage,partners}' @> to_jsonb(p.code))) as partners
            from rule_change c where not c.done and c.settled_at <= :horizon order by c.id limit 1
            for update of c skip locked
            """;

    private RuleChanges() {}

    /**
     * A change under way.
     *
     * @param doneUpTo the last ticket that was judged by it
     * @param everybody whether it concerns every partner, and nobody's tickets too
     */
    record Change(long id, String doneUpTo, boolean everybody, List<String> partners) {}

    /**
     * Notes which transactions may not have seen the changes of rules: those that have begun by now. What they write is
     * judged by the old rules, so that nobody looks at tickets before they have ended.
     */
    static void settle(Handle handle) {
        handle.execute("update rule_change set settled_at = pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
                + " where not done and settled_at is null");
    }

    /** The earliest change that every writer knows of and nobody else is at. */
    static Optional<Change> next(Handle handle) {
        return handle.createQuery(NEXT)
                .bind("horizon", FeedHorizon.below(handle))
                .map((row, context) -> new Change(
                        row.getLong("id"), row.getString("done_up_to"), row.getBoolean("everybody"), List.of((String[])
                                row.getArray("partners").getArray())))
                .findOne();
    }

    static void goOn(Handle handle, Change change, List<String> judged, boolean done) {
        handle.createUpdate("update rule_change set done_up_to = :upTo, done = :done where id = :id")
                .bind("id", change.id())
                .bind("upTo", judged.isEmpty() ? change.doneUpTo() : judged.get(judged.size() - 1))
                .bind("done", done)
                .execute();
    }
}
