package uk.jointdesk.incident.queue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.queue.domain.Queue;
import uk.jointdesk.incident.rules.store.RuleStamp;
import uk.jointdesk.kit.db.ScopedDb;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.version.Version;

/** The register of queues. Everybody may read it; it holds no partner's data. */
@ApplicationScoped
public class QueueStore {

    private final ScopedDb db;

    public QueueStore(ScopedDb db) {
        this.db = db;
    }

    public List<Queue> all() {
        return db.read(QueueStore::all);
    }

    static List<Queue> all(Handle handle) {
        return handle.createQuery("select * from queue order by code")
                .map((row, context) -> queue(row))
                .list();
    }

    /** The queue of this code, else those of this name. */
    public List<Queue> find(String codeOrName) {
        return db.read(handle -> find(handle, codeOrName).map(List::of).orElseGet(() -> handle.createQuery(
                        "select * from queue where lower(name) = lower(:name) order by code")
                .bind("name", codeOrName)
                .map((row, context) -> queue(row))
                .list()));
    }

    public Queue add(Queue queue) {
        return db.write(handle -> {
            RuleStamp.hold(handle);
            checkFree(handle, queue);
            if (find(handle, queue.code()).isPresent()) {
                throw Refusal.conflict("queue-exists", "There is a queue with this code.");
            }
            write(
                    handle,
                    queue,
                    "insert into queue (code, name, organisation, active_from, active_to)"
                            + " values (:code, :name, :organisation, :from, cast(:to as date))");
            return queue;
        });
    }

    public Queue change(Queue changed, long expectedVersion) {
        return db.write(handle -> {
            RuleStamp.hold(handle);
            long version = handle.createQuery("select version from queue where code = :code for update")
                    .bind("code", changed.code())
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(Refusal::notFound);
            Version.check(expectedVersion, version);
            checkFree(handle, changed);
            write(
                    handle,
                    changed,
                    "update queue set name = :name, organisation = :organisation, active_from = :from,"
                            + " active_to = cast(:to as date), version = version + 1 where code = :code");
            return find(handle, changed.code()).orElseThrow();
        });
    }

    /** A name means one queue of an organisation. */
    private static void checkFree(Handle handle, Queue queue) {
        boolean taken = handle.createQuery("select exists (select from queue where organisation = :organisation"
                        + " and lower(name) = lower(:name) and code <> :code)")
                .bind("organisation", queue.organisation())
                .bind("name", queue.name())
                .bind("code", queue.code())
                .mapTo(Boolean.class)
                .one();
        if (taken) {
            throw Refusal.conflict("queue-name-taken", "The organisation has a queue with this name.");
        }
    }

    private static void write(Handle handle, Queue queue, String sql) {
        handle.createUpdate(sql)
                .bind("code", queue.code())
                .bind("name", queue.name())
                .bind("organisation", queue.organisation())
                .bind("from", queue.activeFrom())
                .bind("to", queue.activeTo())
                .execute();
    }

    private static Optional<Queue> find(Handle handle, String code) {
        return handle.createQuery("select * from queue where code = :code")
                .bind("code", code)
                .map((row, context) -> queue(row))
                .findOne();
    }

    private static Queue queue(ResultSet row) throws SQLException {
        return new Queue(
                row.getString("code"),
                row.getString("name"),
                row.getString("organisation"),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class),
                row.getLong("version"));
    }
}
