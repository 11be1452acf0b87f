package uk.jointdesk.incident.bulkclosure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * How a bulk closure is taken back: each event it wrote is corrected away. A reopening would leave a resolution and a
 * reopening in the figures that nobody asked for; a correction leaves them as if the closure had not been.
 */
public final class Undoing {

    private Undoing() {}

    /** @param closedVersion the version the closure left; a ticket that has changed since is left as it is */
    public static Decision of(
            Ticket ticket, Collection<Recorded> recorded, UUID closure, long closedVersion, Instant now) {
        if (ticket.version() != closedVersion) {
            return Decision.leave(Cause.CHANGED);
        }
        History history = History.ofRecorded(recorded);
        Instant at = history.end().isAfter(now) ? history.end() : now;
        List<Fact> facts = new ArrayList<>();
        long sequence = history.nextSequence();
        for (Recorded written : writtenBy(closure, recorded)) {
            facts.add(correction(ticket.identity(), sequence++, at, written.id()));
        }
        return Decision.add(facts);
    }

    private static List<Recorded> writtenBy(UUID closure, Collection<Recorded> recorded) {
        return recorded.stream()
                .filter(written -> closure.equals(written.bulkClosure()))
                .sorted(Comparator.comparingLong(written -> written.fact().sequence()))
                .toList();
    }

    private static Fact correction(Ticket.Identity ticket, long sequence, Instant at, String supersedes) {
        return Fact.here(ticket, sequence, EventKind.CORRECTED, at, Said.NOTHING, Detail.NOTHING, null, null)
                .superseding(supersedes);
    }
}
