package uk.jointdesk.incident.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An announcement that one subscriber is to be told now, and the lease under which this is done.
 *
 * @param owner who holds the lease
 * @param triesMade how often it has failed
 * @param keys what a webhook is signed with: the present key, and the former one while receivers change over
 */
public record Due(
        UUID delivery, UUID owner, int triesMade, Subscription subscription, List<byte[]> keys, Message message) {

    /**
     * What is told.
     *
     * @param payload a JSON object
     */
    public record Message(UUID id, String topic, String partner, Instant occurredAt, String payload) {

        /** The id by which a receiver knows it again, the same at every try and replay. */
        public String publicId() {
            return "msg_" + id.toString().replace("-", "");
        }
    }
}
