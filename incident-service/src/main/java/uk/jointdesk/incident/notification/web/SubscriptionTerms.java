package uk.jointdesk.incident.notification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Interest;
import uk.jointdesk.incident.notification.domain.Subscription;

/** What a subscription says, when it is made and after each change. The channel stays what it is. */
public record SubscriptionTerms(
        @Schema(description = "WEBHOOK has a url, EMAIL an address") @NotNull
        Channel channel,

        @Schema(description = "Where a webhook goes; https", examples = "https://example.org/hooks/jointdesk")
        @Size(max = 2_000)
        String url,

        @Schema(description = "Where an e-mail goes") @Email @Size(max = 254)
        String address,

        @Schema(
                description =
                        "Whose announcements: partner codes; all of the caller's when left out, `*` for everybody's and nobody's")
        @Size(max = 100)
        List<@NotNull @Size(max = 16) String> partners,

        @Schema(
                description =
                        "escalation.reached, major-incident.declared, major-incident.updated, major-incident.resolved or survey.invited; a last `*` stands for any ending",
                examples = "[\"escalation.*\"]")
        @NotEmpty
        @Size(max = 50)
        List<@NotNull @Size(max = 100) String> topics,

        @Schema(description = "Hold back what is of less than this priority")
        @Pattern(regexp = "P[1-4]", message = "is P1, P2, P3 or P4")
        String minimumPriority,

        @Schema(description = "Hold back escalations at less than this percentage of the target") @Min(1) @Max(1_000)
        Integer minimumThreshold,

        @Valid QuietHoursDocument quietHours,

        @Schema(description = "True unless said otherwise") Boolean active) {

    static SubscriptionTerms of(Subscription subscription) {
        boolean webhook = subscription.channel() == Channel.WEBHOOK;
        return new SubscriptionTerms(
                subscription.channel(),
                webhook ? subscription.target() : null,
                webhook ? null : subscription.target(),
                subscription.partners(),
                subscription.interest().topics(),
                subscription.interest().minimumPriority(),
                subscription.interest().minimumThreshold(),
                QuietHoursDocument.of(subscription.quietHours()),
                subscription.active());
    }

    boolean wantsToBeActive() {
        return active == null || active;
    }

    String target() {
        return channel == Channel.WEBHOOK ? url : address;
    }

    Interest interest() {
        return new Interest(topics, minimumPriority, minimumThreshold);
    }
}
