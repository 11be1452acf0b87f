package uk.jointdesk.gateway.quota;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import uk.jointdesk.gateway.database.GatewayDatabase;
import uk.jointdesk.gateway.quota.domain.Lender;
import uk.jointdesk.gateway.quota.domain.QuotaKey;
import uk.jointdesk.gateway.quota.domain.Window;
import uk.jointdesk.gateway.quota.store.LeaseTable;

/** Lends from the table that all replicas share, on threads that may wait for it. */
@ApplicationScoped
public class LeasedPermits implements Lender {

    private static final Logger LOG = Logger.getLogger(LeasedPermits.class);

    private final GatewayDatabase database;
    private final LeaseTable leases;

    public LeasedPermits(GatewayDatabase database, LeaseTable leases) {
        this.database = database;
        this.leases = leases;
    }

    @Override
    public void lease(QuotaKey key, Window window, long limit, long wanted, Borrower borrower) {
        database.run(() -> leases.lease(key, window, limit, wanted))
                .onSuccess(borrower::granted)
                .onFailure(down -> {
                    LOG.warnf("no permits could be leased for %s: %s", key, down.getMessage());
                    borrower.failed(down);
                });
    }

    /** If this fails, the permits are used by nobody: fewer requests pass, never more. */
    @Override
    public void giveBack(QuotaKey key, Window window, long permits) {
        database.run(() -> {
            leases.giveBack(key, window, permits);
            return permits;
        });
    }
}
