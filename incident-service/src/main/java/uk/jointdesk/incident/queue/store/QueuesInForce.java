package uk.jointdesk.incident.queue.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.partner.store.PartnerStore;
import uk.jointdesk.incident.queue.domain.QueueRegister;
import uk.jointdesk.kit.db.ScopedDb;

/** The register of queues as it stands in the database, kept in memory until the stamp of the rules changes. */
@ApplicationScoped
public class QueuesInForce {

    private record Stamped(long stamp, QueueRegister register) {}

    private final ScopedDb db;
    private volatile Stamped kept;

    public QueuesInForce(ScopedDb db) {
        this.db = db;
    }

    public QueueRegister read() {
        return db.read(this::read);
    }

    public QueueRegister read(Handle handle) {
        long stamp = handle.createQuery("select stamp from rule_stamp")
                .mapTo(Long.class)
                .one();
        Stamped now = kept;
        if (now == null || now.stamp() != stamp) {
            now = new Stamped(stamp, load(handle));
            kept = now;
        }
        return now.register();
    }

    private static QueueRegister load(Handle handle) {
        Map<String, String> parents = new HashMap<>();
        PartnerStore.all(handle).forEach(partner -> parents.put(partner.code(), partner.parent()));
        return QueueRegister.of(QueueStore.all(handle), parents);
    }
}
