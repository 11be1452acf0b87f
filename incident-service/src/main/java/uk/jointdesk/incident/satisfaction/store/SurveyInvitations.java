package uk.jointdesk.incident.satisfaction.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import uk.jointdesk.incident.notification.Announcement;
import uk.jointdesk.incident.notification.Outbox;
import uk.jointdesk.incident.satisfaction.SurveyToken;
import uk.jointdesk.incident.satisfaction.domain.Survey;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.TicketFollower;
import uk.jointdesk.servicelevel.life.TicketStatus;

/**
 * Asks how it went when a ticket has just been resolved, once for each time that it is. Resolutions of the past, which
 * imports bring by the thousand, are asked about by nobody: they cost one comparison each.
 */
@ApplicationScoped
public class SurveyInvitations implements TicketFollower {

    public static final String TOPIC = "survey.invited";

    private static final Duration JUST_RESOLVED = Duration.ofHours(24);

    private final Outbox outbox;
    private final SurveyKey key;
    private final Clock clock;
    private final Duration expiry;
    private final String publicUrl;

    public SurveyInvitations(
            Outbox outbox,
            SurveyKey key,
            Clock clock,
            @ConfigProperty(name = "jointdesk.survey.expiry") Duration expiry,
            @ConfigProperty(name = "jointdesk.public-url") String publicUrl) {
        this.outbox = outbox;
        this.key = key;
        this.clock = clock;
        this.expiry = expiry;
        this.publicUrl = publicUrl;
    }

    @Override
    public void changed(Handle handle, List<Ticket> tickets) {
        Instant now = clock.instant();
        List<Ticket> resolved = tickets.stream()
                .filter(ticket -> ticket.partner() != null && isJustResolved(ticket, now))
                .toList();
        if (!resolved.isEmpty()) {
            Set<String> givenUp = SurveyRows.givenUp(handle, resolved);
            resolved.stream()
                    .filter(ticket -> !givenUp.contains(ticket.identity().reference()))
                    .forEach(ticket -> invite(handle, ticket, now));
        }
    }

    /** A survey about a ticket's present resolution. */
    Survey survey(Ticket ticket, boolean invited, Instant now) {
        return new Survey(
                idOf(ticket),
                ticket.identity().reference(),
                ticket.reopenCount(),
                ticket.partner(),
                invited,
                now,
                now.plus(expiry));
    }

    private static boolean isJustResolved(Ticket ticket, Instant now) {
        return (ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED)
                && ticket.loggedAt() != null
                && ticket.resolvedAt() != null
                && ticket.resolvedAt().isAfter(now.minus(JUST_RESOLVED));
    }

    private void invite(Handle handle, Ticket ticket, Instant now) {
        Survey survey = survey(ticket, true, now);
        if (SurveyRows.insert(handle, survey)) {
            outbox.put(
                    handle, new Announcement(survey.id(), TOPIC, survey.partner(), now, null, payload(ticket, survey)));
        }
    }

    private Map<String, Object> payload(Ticket ticket, Survey survey) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("reference", survey.ticket());
        payload.put("title", ticket.detail().title());
        payload.put("priority", ticket.said().priority());
        payload.put("link", publicUrl + "/api/v1/feedback/" + SurveyToken.of(survey.id(), key.bytes()));
        payload.put("expiresAt", survey.expiresAt().toString());
        payload.values().removeIf(value -> value == null);
        return payload;
    }

    /** The same resolution has the same survey, however often it is told. */
    private static UUID idOf(Ticket ticket) {
        String name = "survey/" + ticket.identity().reference() + "/" + ticket.reopenCount();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
