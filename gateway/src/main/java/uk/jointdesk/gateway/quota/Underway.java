package uk.jointdesk.gateway.quota;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many requests of each client this replica is serving. */
final class Underway {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    Underway(int most) {
        this.most = most;
    }

    /** Whether one more may come; each that did must leave once. */
    boolean enter(String client) {
        boolean[] entered = new boolean[1];
        counts.compute(client, (key, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < most;
            return entered[0] ? now + 1 : now;
        });
        return entered[0];
    }

    void leave(String client) {
        counts.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }
}
