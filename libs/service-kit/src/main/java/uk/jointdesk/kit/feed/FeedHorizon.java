package uk.jointdesk.kit.feed;

import org.jdbi.v3.core.Handle;

/**
 * How far a change feed may be read: below the oldest transaction still running in this database. A row of a running
 * transaction is invisible now and would appear behind a reader that had gone past it.
 *
 * <p>PostgreSQL numbers transactions across the whole cluster, so the running ones of other databases are left out by
 * asking which of them a session of this database holds; writers and readers share one role, which is what lets the
 * reader see them. The snapshot is taken before the sessions are read: one that ends in between has committed, and the
 * next statement sees its rows.
 */
public final class FeedHorizon {

    private static final String LOWEST_RUNNING = """
            select coalesce(
                     (select min(running) from pg_snapshot_xip(now.snapshot) running
                       where running::xid in (select backend_xid from pg_stat_activity
                                               where datname = current_database() and backend_xid is not null)),
                     pg_snapshot_xmax(now.snapshot))::text
              from (select pg_current_snapshot() snapshot) now
            """;

    private FeedHorizon() {}

    /** The transaction id at which, and above which, nothing may be read yet. Call it in read committed isolation. */
    public static long below(Handle handle) {
        return Long.parseLong(
                handle.createQuery(LOWEST_RUNNING).mapTo(String.class).one());
    }
}
