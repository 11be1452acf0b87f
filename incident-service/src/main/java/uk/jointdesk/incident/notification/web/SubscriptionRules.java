package uk.jointdesk.incident.notification.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.notification.WebhookTargets;
import uk.jointdesk.incident.notification.domain.Channel;
import uk.jointdesk.incident.notification.domain.Interest;
import uk.jointdesk.incident.notification.domain.Subscription;
import uk.jointdesk.incident.ticket.web.TicketRights;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;
import uk.jointdesk.kit.scope.Caller;

/** Makes subscriptions out of what callers ask for, and refuses what they may not have. */
@ApplicationScoped
public class SubscriptionRules {

    private final WebhookTargets targets;
    private final TicketRights rights;
    private final Caller caller;

    public SubscriptionRules(WebhookTargets targets, TicketRights rights, Caller caller) {
        this.targets = targets;
        this.rights = rights;
        this.caller = caller;
    }

    Subscription made(SubscriptionTerms terms, Instant now) {
        check(terms);
        return new Subscription(
                UUID.randomUUID(),
                caller.client(),
                caller.subject(),
                partners(terms),
                terms.channel(),
                terms.target(),
                terms.interest(),
                terms.quietHours() == null ? null : terms.quietHours().toDomain(),
                terms.wantsToBeActive(),
                null,
                now,
                1);
    }

    Subscription changed(Subscription now, SubscriptionTerms terms) {
        check(terms);
        if (terms.channel() != now.channel()) {
            throw Refusal.refused(
                    "field-not-changeable",
                    "A subscription keeps its channel.",
                    new FieldError("/channel", "cannot be changed"));
        }
        return new Subscription(
                now.id(),
                now.client(),
                now.subject(),
                partners(terms),
                now.channel(),
                terms.target(),
                terms.interest(),
                terms.quietHours() == null ? null : terms.quietHours().toDomain(),
                terms.wantsToBeActive(),
                terms.wantsToBeActive() ? null : now.disabledReason(),
                now.createdAt(),
                now.version());
    }

    private void check(SubscriptionTerms terms) {
        boolean webhook = terms.channel() == Channel.WEBHOOK;
        absent(webhook ? terms.address() : terms.url(), webhook ? "/address" : "/url");
        if (terms.target() == null) {
            throw refused(webhook ? "/url" : "/address", "is required");
        }
        if (webhook) {
            targets.objectionTo(terms.url()).ifPresent(objection -> {
                throw Refusal.refused(
                        "webhook-url-refused", "Nothing can be sent there.", new FieldError("/url", objection));
            });
        }
        for (int i = 0; i < terms.topics().size(); i++) {
            if (!Interest.isTopic(terms.topics().get(i))) {
                throw refused("/topics/" + i, "is words with dots between them, the last of which may be *");
            }
        }
    }

    private List<String> partners(SubscriptionTerms terms) {
        if (terms.partners() == null || terms.partners().isEmpty()) {
            return own();
        }
        if (terms.partners().contains(Subscription.EVERYBODY)) {
            if (!caller.scope().all()) {
                throw Refusal.forbidden("partner-not-yours", "This caller is not told of everybody's affairs.");
            }
            return List.of(Subscription.EVERYBODY);
        }
        terms.partners().forEach(rights::checkPartner);
        return terms.partners().stream().sorted().distinct().toList();
    }

    private List<String> own() {
        if (caller.scope().all()) {
            return List.of(Subscription.EVERYBODY);
        }
        if (caller.scope().partners().isEmpty()) {
            throw Refusal.forbidden("partner-not-yours", "This caller has no partner to be told of.");
        }
        return List.copyOf(caller.scope().partners());
    }

    private static void absent(String text, String pointer) {
        if (text != null) {
            throw refused(pointer, "does not belong to this channel");
        }
    }

    private static Refusal refused(String pointer, String message) {
        return Refusal.refused(
                "subscription-invalid", "The subscription breaks a rule.", new FieldError(pointer, message));
    }
}
