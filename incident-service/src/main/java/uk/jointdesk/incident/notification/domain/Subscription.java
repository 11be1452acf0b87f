package uk.jointdesk.incident.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who wants to be told, how, and of what. The keys that sign are kept apart.
 *
 * @param client the client that made it
 * @param subject who came through that client; null when that was not written down yet
 * @param partners whose announcements; {@code *} alone for everybody's and nobody's
 * @param target the webhook's URL or the e-mail address
 * @param quietHours null for none
 * @param disabledReason why it was switched off for its owner; null when it was not
 */
public record Subscription(
        UUID id,
        String client,
        String subject,
        List<String> partners,
        Channel channel,
        String target,
        Interest interest,
        QuietHours quietHours,
        boolean active,
        String disabledReason,
        Instant createdAt,
        long version) {

    /** The scope of who is told everything. */
    public static final String EVERYBODY = "*";

    public Subscription {
        partners = List.copyOf(partners);
    }

    /** Whether this caller made it. Many people come through one client. */
    public boolean isBy(String someClient, String someSubject) {
        return client.equals(someClient) && (subject == null || subject.equals(someSubject));
    }

    /** The earliest instant, not before this one, at which its owner may be told. */
    public Instant earliest(Instant from) {
        return quietHours == null ? from : quietHours.earliest(from);
    }
}
