package uk.jointdesk.incident.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * How far one announcement has come to one subscriber.
 *
 * @param tries since it was put out or last replayed
 * @param nextAt when it is tried next, while it is pending
 * @param lastStatus the receiver's last HTTP status; null when there was none
 * @param lastAnswer the beginning of what it said
 */
public record Delivery(
        UUID id,
        Due.Message message,
        DeliveryState state,
        int tries,
        Instant createdAt,
        Instant nextAt,
        Instant triedAt,
        Instant deliveredAt,
        Integer lastStatus,
        String lastAnswer) {}
