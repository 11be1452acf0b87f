package uk.jointdesk.incident.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that subscribers are to be told.
 *
 * @param id names it for ever; the same id again is the same announcement, and receivers know it by this id
 * @param topic what kind of thing it is, {@code escalation.reached}
 * @param partner whose it is; null for nobody's, which only those who see everybody's are told
 * @param occurredAt when it happened
 * @param deliverAfter not to be told earlier than this; null for at once
 * @param payload what there is to tell; {@code priority} (P1 to P4) and {@code thresholdPercent} (a number) are what
 *     subscriptions can be narrowed by
 */
public record Announcement(
        UUID id, String topic, String partner, Instant occurredAt, Instant deliverAfter, Map<String, Object> payload) {}
