package uk.jointdesk.incident.catalogue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import uk.jointdesk.incident.catalogue.domain.Approval;
import uk.jointdesk.incident.catalogue.domain.Approval.Decision;
import uk.jointdesk.incident.catalogue.domain.Item;
import uk.jointdesk.incident.catalogue.domain.Request;
import uk.jointdesk.incident.catalogue.domain.Task;
import uk.jointdesk.incident.catalogue.domain.Task.State;
import uk.jointdesk.incident.catalogue.domain.TaskPlan;
import uk.jointdesk.incident.ticket.store.Rows;

/** The rows of requests and their tasks. */
final class RequestRows {

    private static final String TASK =
            "insert into fulfilment_task (id, ticket, position, code, title, queue, depends_on,"
                    + " state, escalate_after_minutes) values (:id, :ticket, :position, :code, :title, :queue,"
                    + " string_to_array(:dependsOn, ','), 'WAITING', cast(:escalate as integer))";

    private RequestRows() {}

    static void insert(Handle handle, String ticket, Item item, String form, String askedBy) {
        handle.createUpdate("insert into catalogue_request (ticket, item, form, approval_role, decision, asked_by)"
                        + " values (:ticket, :item, cast(:form as jsonb), :role, :decision, :askedBy)")
                .bind("ticket", ticket)
                .bind("item", item.code())
                .bind("form", form)
                .bind("role", item.approvalRole())
                .bind("decision", item.approvalRole() == null ? null : Decision.PENDING.name())
                .bind("askedBy", askedBy)
                .execute();
        if (item.tasks().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(TASK);
        for (int position = 0; position < item.tasks().size(); position++) {
            TaskPlan plan = item.tasks().get(position);
            Integer minutes = plan.escalateAfterMinutes();
            batch.bind("id", UUID.randomUUID())
                    .bind("ticket", ticket)
                    .bind("position", position)
                    .bind("code", plan.code())
                    .bind("title", plan.title())
                    .bind("queue", plan.queue())
                    .bind("dependsOn", String.join(",", plan.dependsOn()))
                    .bind("escalate", minutes == null ? null : minutes.toString())
                    .add();
        }
        batch.execute();
    }

    /** Locked, so that two tasks done at once do not each think that the other is still open. */
    static Optional<Request> request(Handle handle, String ticket, boolean lock) {
        return handle.createQuery(
                        "select * from catalogue_request where ticket = :ticket" + (lock ? " for update" : ""))
                .bind("ticket", ticket)
                .map((row, context) -> new Request(
                        row.getString("ticket"),
                        row.getString("item"),
                        row.getString("form"),
                        approval(row),
                        row.getString("asked_by")))
                .findOne();
    }

    static void decide(Handle handle, String ticket, Approval approval) {
        handle.createUpdate("update catalogue_request set decision = :decision, decided_at = :at, decided_by = :by,"
                        + " reason = :reason where ticket = :ticket")
                .bind("decision", approval.decision().name())
                .bind("at", Rows.utc(approval.decidedAt()))
                .bind("by", approval.decidedBy())
                .bind("reason", approval.reason())
                .bind("ticket", ticket)
                .execute();
    }

    static List<Task> tasks(Handle handle, String ticket) {
        return handle.createQuery("select *, array_to_string(depends_on, ',') as codes from fulfilment_task"
                        + " where ticket = :ticket order by position")
                .bind("ticket", ticket)
                .map((row, context) -> task(row))
                .list();
    }

    static void release(Handle handle, Task task, Instant now, Instant escalatesAt) {
        handle.createUpdate("update fulfilment_task set state = 'READY', ready_at = :now,"
                        + " escalates_at = cast(:escalatesAt as timestamptz), version = version + 1 where id = :id")
                .bind("now", Rows.utc(now))
                .bind("escalatesAt", escalatesAt == null ? null : escalatesAt.toString())
                .bind("id", task.id())
                .execute();
    }

    static void move(Handle handle, Task task, State to, String queue, Instant now) {
        String moved = to == task.state() ? "" : to == State.STARTED ? ", started_at = :now" : ", done_at = :now";
        handle.createUpdate("update fulfilment_task set state = :state, queue = :queue, version = version + 1" + moved
                        + " where id = :id")
                .bind("state", to.name())
                .bind("queue", queue)
                .bind("now", Rows.utc(now))
                .bind("id", task.id())
                .execute();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        String role = row.getString("approval_role");
        return role == null
                ? null
                : new Approval(
                        role,
                        Decision.valueOf(row.getString("decision")),
                        Rows.instant(row, "decided_at"),
                        row.getString("decided_by"),
                        row.getString("reason"));
    }

    static Task task(ResultSet row) throws SQLException {
        String codes = row.getString("codes");
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getString("queue"),
                codes.isEmpty() ? List.of() : List.of(codes.split(",")),
                State.valueOf(row.getString("state")),
                row.getObject("escalate_after_minutes", Integer.class),
                Rows.instant(row, "ready_at"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "done_at"),
                Rows.instant(row, "escalates_at"),
                Rows.instant(row, "escalated_at"),
                row.getLong("version"));
    }
}
