package uk.jointdesk.incident.notification.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.notification.domain.DeliveryState;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** A span of time whose announcements are to be told again. */
public record Replay(
        @NotNull Instant from,

        @Schema(description = "Excluded") @NotNull Instant to,

        @Schema(description = "Only what stands so; all when left out")
        DeliveryState state) {

    void check() {
        if (!to.isAfter(from)) {
            throw Refusal.refused(
                    "span-empty", "The span has no time in it.", new FieldError("/to", "is not after `from`"));
        }
    }

    /** How many are told again. */
    public record Begun(int deliveries) {}
}
