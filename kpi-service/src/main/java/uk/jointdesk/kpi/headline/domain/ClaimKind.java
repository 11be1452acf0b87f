package uk.jointdesk.kpi.headline.domain;

/** What an author may say of a row of figures. */
public enum ClaimKind {
    /** Each value is above the one before. */
    INCREASES,
    /** Each value is below the one before. */
    DECREASES,
    /** As INCREASES, over two steps at least: one step continues nothing. */
    CONTINUES_TO_INCREASE,
    /** As DECREASES, over two steps at least. */
    CONTINUES_TO_DECREASE,
    /** No step is larger than chance. */
    UNCHANGED,
    /** Every value is at or above its target: "remains high". */
    MEETS_TARGET,
    /** Every value is below its target: "is poor". */
    MISSES_TARGET;

    boolean isAboutTarget() {
        return this == MEETS_TARGET || this == MISSES_TARGET;
    }

    int leastValues() {
        return switch (this) {
            case CONTINUES_TO_INCREASE, CONTINUES_TO_DECREASE -> 3;
            case INCREASES, DECREASES, UNCHANGED -> 2;
            case MEETS_TARGET, MISSES_TARGET -> 1;
        };
    }

    /** Where the values should go: 1 up, -1 down, 0 nowhere. */
    int direction() {
        return switch (this) {
            case INCREASES, CONTINUES_TO_INCREASE -> 1;
            case DECREASES, CONTINUES_TO_DECREASE -> -1;
            default -> 0;
        };
    }
}
