package uk.jointdesk.incident.majorincident.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of a major incident's timeline; never edited.
 *
 * @param partner whose ticket it is about; null when it concerns all who are affected
 * @param internal not for the councils' clients
 * @param audience whom it was said to, of a communication; whom the action is for, of an action
 * @param by the client that wrote it
 */
public record Entry(
        UUID id,
        Instant at,
        EntryKind kind,
        String partner,
        boolean internal,
        Audience audience,
        String channel,
        String by,
        String text) {

    /** Something that happened, for everybody affected to read. */
    public static Entry of(EntryKind kind, Instant at, String by, String text) {
        return new Entry(UUID.randomUUID(), at, kind, null, false, null, null, by, text);
    }

    /** Something that happened to one partner's ticket. */
    public static Entry about(String partner, EntryKind kind, Instant at, String by, String text) {
        return new Entry(UUID.randomUUID(), at, kind, partner, partner == null, null, null, by, text);
    }

    /** Something about an action, for those whom the action is for. */
    public static Entry ofAction(EntryKind kind, Audience audience, Instant at, String by, String text) {
        return new Entry(UUID.randomUUID(), at, kind, null, !audience.isForCouncils(), audience, null, by, text);
    }

    public static Entry said(Audience audience, String channel, Instant at, String by, String text) {
        return new Entry(
                UUID.randomUUID(),
                at,
                EntryKind.COMMUNICATION,
                null,
                !audience.isForCouncils(),
                audience,
                channel,
                by,
                text);
    }
}
