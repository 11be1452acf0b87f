package uk.jointdesk.incident.escalation.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.escalation.domain.Due;

/** A threshold that a clock reaches if nothing happens. */
@Schema(name = "UpcomingEscalation")
public record UpcomingView(
        String ticket, String partner, String priority, String metric, String threshold, Instant dueAt) {

    static UpcomingView of(Due due) {
        return new UpcomingView(
                due.ticket(), due.partner(), due.priority(), due.metric(), due.threshold(), due.dueAt());
    }
}
