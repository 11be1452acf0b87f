package uk.jointdesk.kpi.feed.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.servicelevel.event.TicketEvent;

/** Corrections name the event they take back by the suite's id or by the sender's own; the fold knows the first. */
final class Corrections {

    private static final Comparator<FeedEvent> IN_ORDER = Comparator.comparing(
                    (FeedEvent told) -> told.event().at())
            .thenComparingLong(told -> told.event().sequence())
            .thenComparing(told -> told.event().kind())
            .thenComparing(told -> String.valueOf(told.event().id()));

    private Corrections() {}

    /** The events, with every correction naming the suite's id. Of several events with one sender's id the first counts. */
    static List<TicketEvent> resolved(Collection<FeedEvent> events) {
        Map<String, String> ids = new HashMap<>();
        events.stream()
                .filter(told -> told.senderId() != null)
                .sorted(IN_ORDER)
                .forEach(told -> ids.putIfAbsent(told.senderId(), told.event().id()));
        // Of two events that tell the clock the same one is dropped: always the same one.
        return events.stream()
                .sorted(Comparator.comparing(told -> String.valueOf(told.event().id())))
                .map(told -> resolved(told.event(), ids))
                .toList();
    }

    private static TicketEvent resolved(TicketEvent event, Map<String, String> ids) {
        String id = event.supersedes() == null ? null : ids.get(event.supersedes());
        if (id == null) {
            return event;
        }
        return new TicketEvent(
                event.kind(),
                event.at(),
                event.sequence(),
                event.snapshot(),
                event.type(),
                event.priority(),
                event.partner(),
                event.queue(),
                event.category(),
                event.catalogueItem(),
                event.holdReason(),
                event.into(),
                id,
                event.id());
    }
}
