package uk.jointdesk.incident.correction.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.jointdesk.incident.correction.domain.CorrectionRefused.Reason;
import uk.jointdesk.incident.ticket.domain.Detail;
import uk.jointdesk.incident.ticket.domain.Fact;
import uk.jointdesk.incident.ticket.domain.Handling;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Moves;
import uk.jointdesk.incident.ticket.domain.Said;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.servicelevel.event.EventKind;

/**
 * Takes an event of a ticket back, and may put another of its kind in its place. Nothing is edited: both are new facts.
 *
 * @param supersedes the id of the event, ours or its sender's
 * @param why in a person's words
 * @param replacement what the event should have said; null when it should not be there at all
 */
public record Correction(String supersedes, String why, Replacement replacement) {

    /**
     * What the event should have said. What is null stays as the event said it.
     *
     * @param reason why the ticket waits, of ON_HOLD
     */
    public record Replacement(Instant at, Said said, String reason) {}

    /** The facts of the correction, to be appended to the ticket's. */
    public List<Fact> facts(Ticket.Identity ticket, History history, Instant now) throws CorrectionRefused {
        History.Named wrong = history.named(supersedes).orElseThrow(() -> new CorrectionRefused(Reason.EVENT_UNKNOWN));
        check(wrong, history);
        long sequence = history.nextSequence();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.here(
                        ticket,
                        sequence,
                        Moves.CORRECT.event(),
                        now,
                        Said.NOTHING,
                        Detail.of(Handling.because(why)),
                        null,
                        null)
                .superseding(wrong.id()));
        if (replacement != null) {
            facts.add(instead(ticket, wrong.fact(), sequence + 1));
        }
        if (!history.life().isProvisional() && history.with(facts).life().isProvisional()) {
            throw new CorrectionRefused(Reason.LOGGED_NEEDED);
        }
        return facts;
    }

    private void check(History.Named wrong, History history) throws CorrectionRefused {
        if (history.superseded().contains(wrong.id())) {
            throw new CorrectionRefused(Reason.EVENT_SUPERSEDED);
        }
        if (replacement != null && wrong.fact().kind() == EventKind.CORRECTED) {
            throw new CorrectionRefused(Reason.NOTHING_TO_REPLACE);
        }
    }

    private Fact instead(Ticket.Identity ticket, Fact wrong, long sequence) {
        String waits = replacement.reason() == null ? wrong.reason() : replacement.reason();
        return Fact.here(
                ticket,
                sequence,
                wrong.kind(),
                Objects.requireNonNullElse(replacement.at(), wrong.at()),
                wrong.said().then(replacement.said()),
                wrong.detail(),
                waits,
                wrong.into());
    }
}
