package uk.jointdesk.incident.majorincident.store;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Which open P1 the incident manager has escalated by hand. */
public interface Escalated {

    Set<String> openP1(Handle handle);
}
