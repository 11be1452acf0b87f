package uk.jointdesk.incident.notification.store;

import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.notification.Announcement;

/**
 * Where features leave what subscribers are to be told. It goes in with the caller's transaction: told if and only if
 * the thing has happened, however the process ends.
 */
public interface Outbox {

    /**
     * Puts an announcement out to every subscription that wants it. One whose id is there already changes nothing.
     *
     * @param handle the transaction of what is announced, in whatever scope
     */
    void put(Handle handle, Announcement announcement);
}
