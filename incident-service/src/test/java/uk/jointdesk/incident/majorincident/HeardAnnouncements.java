package uk.jointdesk.incident.majorincident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.incident.notification.store.Outbox;

/** Listens to what is announced. */
@ApplicationScoped
public class HeardAnnouncements implements Outbox {

    private final List<Announcement> heard = new CopyOnWriteArrayList<>();

    @Override
    public void put(Handle handle, Announcement announcement) {
        heard.add(announcement);
    }

    /** What was announced of one major incident, in order. */
    List<Announcement> of(String majorIncident) {
        return heard.stream()
                .filter(announcement ->
                        majorIncident.equals(announcement.payload().get("majorIncident")))
                .toList();
    }
}
