package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.TicketLife;

/** What the events of a life tell that no clock listens to. Events that were taken back tell nothing. */
final class Tellings {

    private final TicketLife life;
    private final Map<String, FeedEvent.Told> told = new HashMap<>();

    Tellings(TicketLife life, Collection<FeedEvent> events) {
        this.life = life;
        events.forEach(event -> told.put(event.event().id(), event.told()));
    }

    /**
     * Whose queue the ticket stood in at an instant, as told when it was put there: a team stays whose it is, whoever
     * comes to hold the ticket.
     */
    String organisationAt(Instant instant) {
        String organisation = null;
        for (TicketEvent event : life.events()) {
            if (event.queue() != null && !event.at().isAfter(instant)) {
                organisation = of(event).queueOrganisation();
            }
        }
        return organisation;
    }

    String organisation() {
        return organisationAt(Instant.MAX);
    }

    /** The bulk closure that the last resolution was part of; null of a ticket resolved by itself, or open. */
    String bulkClosure() {
        String closure = null;
        for (TicketEvent event : life.events()) {
            if (event.kind() == EventKind.RESOLVED || event.kind() == EventKind.REOPENED) {
                closure = of(event).bulkClosure();
            }
        }
        return life.status().isResolved() ? closure : null;
    }

    List<Rating> ratings() {
        List<Rating> ratings = new ArrayList<>();
        for (TicketEvent event : life.events()) {
            if (event.kind() == EventKind.RATED) {
                ratings.add(rating(event));
            }
        }
        return List.copyOf(ratings);
    }

    private Rating rating(TicketEvent event) {
        FeedEvent.Told said = of(event);
        Instant loggedAt = life.loggedAt().orElseThrow();
        Instant at = event.at().isBefore(loggedAt) ? loggedAt : event.at();
        Attributes then = life.asAt(at).attributes();
        return new Rating(then, organisationAt(at), said.rating(), said.recommend(), at);
    }

    private FeedEvent.Told of(TicketEvent event) {
        return told.getOrDefault(event.id(), FeedEvent.Told.NOTHING);
    }
}
