package uk.jointdesk.incident.ticket.domain;

import java.util.Arrays;
import java.util.List;
import uk.jointdesk.incident.priority.domain.Assessment;

/**
 * How the desk deals with a ticket, as one event says it; null means that it does not say, an empty text takes a value
 * away.
 *
 * @param service the code of the business service that is affected
 * @param assignee who works on it, as an opaque id
 * @param why what led to this event, in a person's words; it belongs to the event and not to the ticket
 * @param assessment what the priority rests on
 */
public record Handling(String service, String assignee, String why, Assessment assessment) {

    public static final Handling NOTHING = new Handling(null, null, null, null);

    public static Handling because(String why) {
        return new Handling(null, null, why, null);
    }

    Handling then(Handling later) {
        return new Handling(
                later.service == null ? service : later.service,
                later.assignee == null ? assignee : later.assignee,
                null,
                later.assessment == null ? assessment : later.assessment);
    }

    /** What makes two of them the same, in a fixed order. */
    List<String> parts() {
        return Arrays.asList(service, assignee, why, assessment == null ? null : assessment.text());
    }
}
