package uk.jointdesk.kpi.feed.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.kpi.feed.domain.FeedEvent;

/** The events of tickets again, for whoever folds them by other rules. */
public final class Retelling {

    private Retelling() {}

    /** All the events of these tickets, by ticket. */
    public static Map<String, List<FeedEvent>> of(Handle handle, Collection<String> tickets) {
        return FactStore.of(handle, tickets);
    }
}
