package uk.jointdesk.servicelevel.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;

/**
 * Walks through the events of a logged ticket, in order, and writes down its spells. What a desk dates before the
 * ticket was logged takes effect when it was logged, right after the event that logs it: earlier time counts nothing,
 * and there is nothing to change in a ticket before it is there.
 */
final class LifeFold {

    final Instant loggedAt;
    final List<Spell> spells = new ArrayList<>();
    final List<Resolution> resolutions = new ArrayList<>();
    final List<Instant> reopenings = new ArrayList<>();
    TicketStatus status = TicketStatus.NEW;
    Attributes attributes = Attributes.NONE;
    FirstResponse response;
    Instant overSince;
    Instant closedAt;
    String mergedInto;

    private TicketStatus beforeHold = TicketStatus.NEW;
    private HoldReason reason;
    private Instant since;

    /**
     * @param logging the event that logs the ticket
     * @param events all events, in order, that one among them
     */
    LifeFold(TicketEvent logging, List<TicketEvent> events) {
        this.loggedAt = logging.at();
        this.since = loggedAt;
        take(logging);
        events.stream().filter(event -> !event.equals(logging)).forEach(this::take);
        spells.add(new Spell(since, null, state(), reason, attributes));
    }

    private void take(TicketEvent event) {
        Instant at = event.at().isBefore(loggedAt) ? loggedAt : event.at();
        TicketStatus next = Transitions.after(status, beforeHold, event);
        HoldReason nextReason = reasonAfter(next, event);
        Attributes known = attributes.with(event.attributes());
        if (next != status || !Objects.equals(nextReason, reason) || !known.equals(attributes)) {
            endSpell(at);
            attributes = known;
            reason = nextReason;
            enter(next, at);
        }
        if (next == TicketStatus.MERGED && event.into() != null) {
            mergedInto = event.into();
        }
        if (response == null && (event.kind() == EventKind.RESPONDED || next.isResolved())) {
            response = new FirstResponse(at, attributes);
        }
    }

    private HoldReason reasonAfter(TicketStatus next, TicketEvent event) {
        if (next != TicketStatus.ON_HOLD) {
            return null;
        }
        return event.kind() == EventKind.ON_HOLD ? HoldReason.named(event.holdReason()) : reason;
    }

    private void enter(TicketStatus next, Instant at) {
        if (next == TicketStatus.ON_HOLD && status != TicketStatus.ON_HOLD) {
            beforeHold = status.isOver() ? TicketStatus.IN_PROGRESS : status;
        }
        if (next.isOver() && !status.isOver()) {
            end(next, at);
        } else if (status.isOver() && !next.isOver()) {
            reopen(at);
        }
        closedAt = next != TicketStatus.CLOSED ? null : status == TicketStatus.CLOSED ? closedAt : at;
        status = next;
    }

    private void end(TicketStatus how, Instant at) {
        overSince = at;
        if (how.isResolved()) {
            resolutions.add(new Resolution(at, attributes));
        }
    }

    private void reopen(Instant at) {
        reopenings.add(at);
        overSince = null;
        mergedInto = null;
    }

    private void endSpell(Instant at) {
        if (since.isBefore(at)) {
            spells.add(new Spell(since, at, state(), reason, attributes));
            since = at;
        }
    }

    private Spell.State state() {
        if (status == TicketStatus.ON_HOLD) {
            return Spell.State.HELD;
        }
        if (status.isWithdrawn()) {
            return Spell.State.WITHDRAWN;
        }
        return status.isResolved() ? Spell.State.RESOLVED : Spell.State.RUNNING;
    }
}
