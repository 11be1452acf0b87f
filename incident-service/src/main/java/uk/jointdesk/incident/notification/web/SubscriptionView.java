package uk.jointdesk.incident.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Subscription;

/** A subscription. What is not set is left out. */
public record SubscriptionView(
        UUID id,

        @Schema(description = "The client that made it") String client,
        Channel channel,
        String url,
        String address,
        List<String> partners,
        List<String> topics,
        String minimumPriority,
        Integer minimumThreshold,
        QuietHoursDocument quietHours,
        boolean active,

        @Schema(description = "Why it was switched off for its owner")
        String disabledReason,

        Instant createdAt,

        @Schema(description = "What verifies the webhooks; shown this once")
        String secret,

        @Schema(description = "The ETag to name when changing it")
        long version) {

    static SubscriptionView of(Subscription subscription, String secret) {
        SubscriptionTerms terms = SubscriptionTerms.of(subscription);
        return new SubscriptionView(
                subscription.id(),
                subscription.client(),
                terms.channel(),
                terms.url(),
                terms.address(),
                terms.partners(),
                terms.topics(),
                terms.minimumPriority(),
                terms.minimumThreshold(),
                terms.quietHours(),
                subscription.active(),
                subscription.disabledReason(),
                subscription.createdAt(),
                secret,
                subscription.version());
    }
}
