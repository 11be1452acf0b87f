package uk.jointdesk.incident.ticket.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.incident.ticket.domain.History;
import uk.jointdesk.incident.ticket.domain.Recorded;
import uk.jointdesk.incident.ticket.domain.Ticket;
import uk.jointdesk.incident.ticket.store.Tickets.Seen;
import uk.jointdesk.kit.scope.PartnerScope;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;

/** A ticket that the caller's partner held once: readable as it was just before it was handed on. */
record Formerly(String reference, List<Recorded> facts, Instant handedOn) {

    private static final Duration JUST_BEFORE = Duration.ofMillis(1);

    /** @param visible the facts that row-level security lets the former holder read */
    static Optional<Formerly> of(String reference, List<Recorded> visible, PartnerScope scope) {
        Optional<Instant> handedOn = visible.stream()
                .filter(recorded -> recorded.fact().said().partner() != null)
                .filter(recorded -> !scope.covers(recorded.fact().said().partner()))
                .map(recorded -> recorded.fact().at())
                .max(Instant::compareTo);
        return handedOn.map(at -> new Formerly(
                        reference,
                        visible.stream()
                                .filter(recorded -> recorded.fact().at().isBefore(at))
                                .toList(),
                        at))
                .filter(former -> !former.facts.isEmpty());
    }

    Seen seen(ServiceLevelRules rules) {
        History history = History.ofRecorded(facts);
        Instant until = handedOn.minus(JUST_BEFORE);
        Ticket ticket =
                Ticket.of(new Ticket.Identity(reference, null, null), history, null, rules, until, facts.size());
        return new Seen(ticket, history, facts, until);
    }
}
