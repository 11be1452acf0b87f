package uk.jointdesk.kpi.pack.domain;

import java.time.Instant;

/**
 * A pack and how far it has come.
 *
 * @param edition 1, or one more than the pack it restates
 * @param restates id of the pack whose place it takes; null for a first edition
 * @param restatedBy id of the edition that took its place; null while it stands
 * @param draft number of the draft, one more each time it comes back from review
 */
public record Pack(
        String id,
        PackState state,
        int edition,
        String restates,
        String restatedBy,
        int draft,
        PackPlan plan,
        Actor author,
        Instant createdAt,
        Instant publishedAt,
        long version) {

    /** Who did something: the client, and the opaque subject behind it. */
    public record Actor(String client, String subject) {}

    public Pack planned(PackPlan other) {
        return new Pack(
                id, state, edition, restates, restatedBy, draft, other, author, createdAt, publishedAt, version);
    }

    public Pack moved(PackState to, int number) {
        return new Pack(id, to, edition, restates, restatedBy, number, plan, author, createdAt, publishedAt, version);
    }
}
