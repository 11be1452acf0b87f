package uk.jointdesk.incident.majorincident.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.majorincident.domain.Entry;
import uk.jointdesk.incident.majorincident.domain.EntryKind;
import uk.jointdesk.incident.majorincident.domain.MajorIncident;
import uk.jointdesk.incident.majorincident.domain.MajorStatus;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.incident.notification.Outbox;

/** Tells every partner affected, each by itself and of nobody else, in the transaction of what it tells. */
@ApplicationScoped
public class Announcer {

    private final Outbox outbox;

    public Announcer(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(Handle handle, MajorIncident incident, Entry entry) {
        if (entry.internal()) {
            return;
        }
        for (String partner : incident.partners()) {
            Announcement announcement = new Announcement(
                    id(entry, partner),
                    topic(incident, entry),
                    partner,
                    entry.at(),
                    entry.at(),
                    payload(incident, entry));
            outbox.put(handle, announcement);
        }
    }

    private static String topic(MajorIncident incident, Entry entry) {
        if (entry.kind() == EntryKind.DECLARED) {
            return "major-incident.declared";
        }
        boolean resolved = entry.kind() == EntryKind.STATUS_CHANGED && incident.status() == MajorStatus.RESOLVED;
        return resolved ? "major-incident.resolved" : "major-incident.updated";
    }

    private static Map<String, Object> payload(MajorIncident incident, Entry entry) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("majorIncident", incident.reference());
        payload.put("title", incident.title());
        payload.put("status", MajorIncidentRows.name(incident.status()));
        payload.put("priority", incident.priority());
        payload.put("services", incident.services());
        payload.put("audience", MajorIncidentRows.name(entry.audience()));
        payload.put("text", entry.text());
        payload.put("at", entry.at().toString());
        payload.values().removeIf(Objects::isNull);
        return payload;
    }

    /** The same line tells the same partner once, however often the transaction is tried. */
    private static UUID id(Entry entry, String partner) {
        return UUID.nameUUIDFromBytes((entry.id() + "/" + partner).getBytes(StandardCharsets.UTF_8));
    }
}
