package uk.jointdesk.incident.majorincident.domain;

import java.util.Set;

/** Where a major incident stands. */
public enum MajorStatus {
    DECLARED,
    INVESTIGATING,
    MITIGATED,
    RESOLVED,
    REVIEWED,
    CLOSED;

    /** Where it may go from here. What was mitigated or resolved may come back until it has been reviewed. */
    public Set<MajorStatus> next() {
        return switch (this) {
            case DECLARED -> Set.of(INVESTIGATING, MITIGATED, RESOLVED);
            case INVESTIGATING -> Set.of(MITIGATED, RESOLVED);
            case MITIGATED -> Set.of(INVESTIGATING, RESOLVED);
            case RESOLVED -> Set.of(INVESTIGATING, REVIEWED);
            case REVIEWED -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** Whether people still wait for it: updates are due. */
    public boolean isRunning() {
        return this == DECLARED || this == INVESTIGATING || this == MITIGATED;
    }
}
