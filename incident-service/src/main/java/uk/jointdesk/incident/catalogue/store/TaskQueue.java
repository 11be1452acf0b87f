package uk.jointdesk.incident.catalogue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.catalogue.domain.QueuedTask;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.paging.Cursor;
import uk.jointdesk.kit.paging.Page;

/** What teams have to do: tasks that are with their queues, of tickets that are open. */
@ApplicationScoped
public class TaskQueue {

    private static final String OPEN = "select f.*, array_to_string(f.depends_on, ',') as codes, t.partner from"
            + " fulfilment_task f join ticket t on t.reference = f.ticket where f.state in ('READY', 'STARTED')"
            + " and t.status not in ('RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED')";

    private final ScopedDb db;

    public TaskQueue(ScopedDb db) {
        this.db = db;
    }

    /** The one that has waited longest first; of one queue unless null, and only what was escalated if so wished. */
    public Page<QueuedTask> page(String queue, boolean escalated, String cursor, int limit) {
        OffsetDateTime afterTime = null;
        UUID afterId = null;
        if (cursor != null) {
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                afterTime = Cursor.instant(keys.get(0)).atOffset(ZoneOffset.UTC);
                afterId = UUID.fromString(keys.get(1));
            } catch (IllegalArgumentException notOurs) {
                throw Cursor.invalid();
            }
        }
        String sql = OPEN
                + (queue == null ? "" : " and f.queue = :queue")
                + (escalated ? " and f.escalated_at is not null" : "")
                + (afterId == null ? "" : " and (f.ready_at, f.id) > (:afterTime, :afterId)")
                + " order by f.ready_at, f.id limit :limit";
        return read(sql, queue, afterTime, afterId, limit);
    }

    private Page<QueuedTask> read(String sql, String queue, OffsetDateTime afterTime, UUID afterId, int limit) {
        List<QueuedTask> rows = db.read(handle -> handle.createQuery(sql)
                .bind("queue", queue)
                .bind("afterTime", afterTime)
                .bind("afterId", afterId)
                .bind("limit", limit + 1)
                .map((row, context) ->
                        new QueuedTask(row.getString("ticket"), row.getString("partner"), RequestRows.task(row)))
                .list());
        return Page.of(
                rows,
                limit,
                last -> Cursor.encode(
                        last.task().readyAt().toString(), last.task().id().toString()));
    }
}
