package uk.jointdesk.incident.escalation.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Handle;
import org.postgresql.ds.PGSimpleDataSource;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.incident.notification.Outbox;
import uk.jointdesk.incident.rules.store.RulesInForce;
import uk.jointdesk.kit.db.ScopedDb;

/**
 * One of several processes: it has its own clock and its own connections, and dies now and then between handing an
 * announcement to delivery and committing. What it had in hand then never left it.
 */
final class Replica extends Clock implements Outbox {

    /** An announcement that left a replica, and what time it was there. */
    record Left(Announcement announcement, Instant at) {}

    private final String partner;
    private final Announcer announcer;
    private final Collection<Left> left;
    private final Random luck;
    private final AtomicInteger deaths;
    private final List<Left> inHand = new ArrayList<>();
    private volatile Instant now;
    private int mortality;

    /** @param partner whose announcements are looked at; those of other tests are none of ours */
    Replica(String partner, RulesInForce rules, Collection<Left> left, long seed, AtomicInteger deaths) {
        this.partner = partner;
        this.announcer = new Announcer(new ScopedDb(connections(), null, null), rules, this, this);
        this.left = left;
        this.luck = new Random(seed);
        this.deaths = deaths;
    }

    /** In a hundred announcements so many end with the death of the process. */
    Replica mortality(int percent) {
        mortality = percent;
        return this;
    }

    /** What the scheduler does each second. */
    void run(Instant time) {
        now = time;
        inHand.clear();
        try {
            announcer.announce();
            left.addAll(inHand);
        } catch (RuntimeException died) {
            deaths.incrementAndGet();
        }
    }

    @Override
    public void put(Handle handle, Announcement announcement) {
        if (!partner.equals(announcement.partner())) {
            return;
        }
        inHand.add(new Left(announcement, now));
        if (luck.nextInt(100) < mortality) {
            die(handle);
        }
    }

    /** As the server sees a process killed: the connection is gone without a word; or else the transaction is aborted. */
    private void die(Handle handle) {
        try {
            if (luck.nextBoolean()) {
                handle.getConnection().abort(Runnable::run);
            }
            throw new IllegalStateException("killed between send and mark");
        } catch (SQLException alsoDead) {
            throw new IllegalStateException(alsoDead);
        }
    }

    private static PGSimpleDataSource connections() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class));
        source.setUser("incident_app");
        source.setPassword("incident_app");
        return source;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
