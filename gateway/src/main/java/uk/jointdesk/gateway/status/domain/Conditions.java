package uk.jointdesk.gateway.status.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How all parts do, as last seen.
 *
 * @param lookedAt when anything was last seen; null before the first look
 */
public record Conditions(Map<SuitePart, Condition> seen, Instant lookedAt) {

    public static final Conditions UNSEEN = new Conditions(Map.of(), null);

    public Conditions {
        seen = Map.copyOf(seen);
    }

    public Condition of(SuitePart part) {
        return seen.getOrDefault(part, Condition.UNSEEN);
    }

    /** The same after a look at one part. */
    public Conditions with(SuitePart part, Finding finding, Instant now) {
        Map<SuitePart, Condition> after = new EnumMap<>(SuitePart.class);
        after.putAll(seen);
        after.put(part, of(part).then(finding, now));
        if (part == SuitePart.DATABASE) {
            after.put(SuitePart.GATEWAY, of(SuitePart.GATEWAY).then(theDoor(finding), now));
        }
        return new Conditions(after, now);
    }

    /** The door itself works, or nobody would be told; whether it lets requests in depends on their being counted. */
    private static Finding theDoor(Finding database) {
        return database.state() == State.DOWN ? Finding.degraded("requests may be refused") : Finding.up();
    }
}
