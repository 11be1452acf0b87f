package uk.jointdesk.incident.problem.domain;

import java.util.Set;

/** Where the search for a cause stands. That the error is known is said beside it: a known error may stay open. */
public enum ProblemStatus {
    OPEN,
    INVESTIGATING,
    RESOLVED,
    CLOSED;

    /** Where it may go from here. What was resolved may turn out not to be; a closed problem is at its end. */
    public Set<ProblemStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(INVESTIGATING, RESOLVED);
            case INVESTIGATING -> Set.of(RESOLVED);
            case RESOLVED -> Set.of(INVESTIGATING, CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
