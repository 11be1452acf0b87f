package uk.jointdesk.gateway.status.domain;

/** How a part does; each is worse than the one before. */
public enum State {
    UP,
    UNKNOWN,
    DEGRADED,
    DOWN;

    public State orWorse(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
