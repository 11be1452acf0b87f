package uk.jointdesk.gateway.access;

import java.time.Instant;

/**
 * Refusals that are alike.
 *
 * @param requestId of the first of them
 */
public record Refused(Kind kind, Instant first, Instant last, long times, String requestId) {

    /** What makes them alike. */
    public record Kind(String client, String scope, String operation, int status, String code) {}

    static Refused of(Access access) {
        Kind kind = new Kind(
                access.client() == null ? "" : access.client(),
                access.scope() == null ? "" : access.scope(),
                access.operation(),
                access.status(),
                access.refusal());
        return new Refused(kind, access.at(), access.at(), 1, access.requestId());
    }

    Refused and(Refused other) {
        boolean earlier = !other.first.isBefore(first);
        return new Refused(
                kind,
                earlier ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                times + other.times,
                earlier ? requestId : other.requestId);
    }
}
