package uk.jointdesk.servicelevel.event;

import java.time.Instant;

/** An event in the writing; {@link #event()} finishes it. What is not said stays unsaid. */
public final class EventDraft {

    private final EventKind kind;
    private final Instant at;
    private long sequence;
    private boolean snapshot;
    private Attributes attributes = Attributes.NONE;
    private String holdReason;
    private String into;
    private String supersedes;
    private String id;

    EventDraft(EventKind kind, Instant at) {
        this.kind = kind;
        this.at = at;
    }

    public EventDraft sequence(long value) {
        sequence = value;
        return this;
    }

    public EventDraft snapshot() {
        snapshot = true;
        return this;
    }

    public EventDraft attributes(Attributes value) {
        attributes = attributes.with(value);
        return this;
    }

    public EventDraft type(String value) {
        return attributes(new Attributes(value, null, null, null, null, null));
    }

    public EventDraft priority(String value) {
        return attributes(new Attributes(null, value, null, null, null, null));
    }

    public EventDraft partner(String value) {
        return attributes(new Attributes(null, null, value, null, null, null));
    }

    public EventDraft queue(String value) {
        return attributes(new Attributes(null, null, null, value, null, null));
    }

    public EventDraft category(String value) {
        return attributes(new Attributes(null, null, null, null, value, null));
    }

    public EventDraft catalogueItem(String value) {
        return attributes(new Attributes(null, null, null, null, null, value));
    }

    public EventDraft reason(String value) {
        holdReason = value;
        return this;
    }

    public EventDraft into(String value) {
        into = value;
        return this;
    }

    public EventDraft supersedes(String value) {
        supersedes = value;
        return this;
    }

    public EventDraft id(String value) {
        id = value;
        return this;
    }

    public TicketEvent event() {
        return new TicketEvent(
                kind,
                at,
                sequence,
                snapshot,
                attributes.type(),
                attributes.priority(),
                attributes.partner(),
                attributes.queue(),
                attributes.category(),
                attributes.catalogueItem(),
                holdReason,
                into,
                supersedes,
                id);
    }
}
