package uk.jointdesk.incident.live.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An event of a ticket, and the ticket as it stands when the event is told.
 *
 * @param holder whose ticket it is now; null for nobody's
 * @param heldBy whose it was just before the event
 */
public record Change(
        String reference,
        String holder,
        String heldBy,
        String event,
        Instant at,
        String status,
        String priority,
        long version) {

    /**
     * What somebody may know of it: its holder everything, a former holder that something happened while it held the
     * ticket (the handing-over is the last of that), and nobody else anything.
     *
     * @param covers whether a partner, or nobody ({@code null}), is one of those the reader speaks for
     */
    public Optional<Notice> seenBy(Predicate<String> covers) {
        if (covers.test(holder)) {
            return Optional.of(new Notice(reference, holder, event, status, priority, at, version));
        }
        return heldBy != null && covers.test(heldBy)
                ? Optional.of(new Notice(reference, heldBy, event, null, null, at, null))
                : Optional.empty();
    }
}
