package uk.jointdesk.incident.notification.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.incident.notification.domain.Delivery;
import uk.jointdesk.incident.notification.domain.DeliveryState;

/** How far one announcement has come to one subscriber. */
public record DeliveryView(
        UUID id,

        @Schema(description = "The id the receiver knows it by, the same at every try and replay")
        String webhookId,

        String topic,
        String partner,
        Instant occurredAt,
        DeliveryState state,

        @Schema(description = "Tries since it was put out or last replayed")
        int tries,

        Instant createdAt,

        @Schema(description = "When it is tried next, while it is pending")
        Instant nextAt,

        Instant triedAt,
        Instant deliveredAt,

        @Schema(description = "The receiver's last HTTP status")
        Integer lastStatus,

        @Schema(description = "The beginning of what it said, or why it could not be reached")
        String lastAnswer,

        @Schema(
                description = "What there was to tell, without links that let their holder answer",
                type = SchemaType.OBJECT)
        @JsonRawValue
        String payload) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.message().publicId(),
                delivery.message().topic(),
                delivery.message().partner(),
                delivery.message().occurredAt(),
                delivery.state(),
                delivery.tries(),
                delivery.createdAt(),
                delivery.nextAt(),
                delivery.triedAt(),
                delivery.deliveredAt(),
                delivery.lastStatus(),
                delivery.lastAnswer(),
                WithoutKeys.of(delivery.message().payload()));
    }
}
