package uk.jointdesk.incident.escalation.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.jointdesk.incident.escalation.domain.Due;
import uk.jointdesk.incident.escalation.store.EscalationRows.Told;
import uk.jointdesk.incident.notification.Announcement;

/** What subscribers are told about a threshold. */
final class Announcements {

    static final String TOPIC = "escalation.reached";

    private Announcements() {}

    static Announcement of(Told told, Instant now) {
        Due due = told.due();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("ticket", due.ticket());
        payload.put("partner", due.partner());
        payload.put("priority", due.priority());
        payload.put("metric", due.metric());
        payload.put("threshold", due.threshold());
        if (due.threshold().endsWith("%")) {
            payload.put("thresholdPercent", new BigDecimal(due.threshold().replace("%", "")));
        }
        payload.put("reachedAt", due.dueAt().toString());
        payload.put("announcedAt", now.toString());
        payload.values().removeIf(java.util.Objects::isNull);
        return new Announcement(due.announcementId(), TOPIC, due.partner(), due.dueAt(), told.deliverAfter(), payload);
    }
}
