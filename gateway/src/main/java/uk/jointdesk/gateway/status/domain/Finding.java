package uk.jointdesk.gateway.status.domain;

import java.time.Duration;

/**
 * What one look at a part found.
 *
 * @param detail for those who run the suite
 * @param behind how far the figures are behind the tickets; null where there are none or it was not said
 */
public record Finding(State state, String detail, Duration behind) {

    public static Finding up() {
        return new Finding(State.UP, "ready", null);
    }

    public static Finding degraded(String detail) {
        return new Finding(State.DEGRADED, detail, null);
    }

    public static Finding down(String detail) {
        return new Finding(State.DOWN, detail, null);
    }

    /** Figures that are this old; from a certain age on that is worth saying. */
    public static Finding figures(Duration behind, Duration late) {
        return behind.compareTo(late) > 0
                ? new Finding(State.DEGRADED, "figures are late", behind)
                : new Finding(State.UP, "ready", behind);
    }
}
