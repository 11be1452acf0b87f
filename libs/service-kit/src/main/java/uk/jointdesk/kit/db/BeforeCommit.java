package uk.jointdesk.kit.db;

import org.jdbi.v3.core.Handle;

/**
 * Has a last word in every transaction in which a caller writes, just before it commits: what it adds is there if and
 * only if the write is. A service that keeps an audit trail provides one.
 */
public interface BeforeCommit {

    void beforeCommit(Handle handle);
}
