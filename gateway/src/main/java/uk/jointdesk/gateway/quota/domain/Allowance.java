package uk.jointdesk.gateway.quota.domain;

import java.time.Duration;

/** How many requests may pass in each window. */
public record Allowance(long limit, Duration length) {

    private static final int BLOCKS = 100;

    public Allowance {
        if (limit < 0) {
            throw new IllegalArgumentException("a quota cannot be negative: " + limit);
        }
    }

    /** What a replica keeps in hand for a client that has been seen of late. */
    public long block() {
        return Math.max(1, limit / BLOCKS);
    }
}
