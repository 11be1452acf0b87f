package uk.jointdesk.servicelevel.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;

/**
 * The events that hold: in order, each once, without those that a correction has taken back.
 *
 * <p>A correction can itself be corrected, by a later one; then what it took back holds again.
 */
final class StandingEvents {

    private StandingEvents() {}

    static List<TicketEvent> of(Collection<TicketEvent> told) {
        List<TicketEvent> inOrder = new ArrayList<>(told);
        inOrder.sort(TicketEvent.IN_ORDER);
        Set<String> takenBack = takenBack(inOrder);
        List<TicketEvent> standing = new ArrayList<>(inOrder.size());
        TicketEvent last = null;
        for (TicketEvent event : inOrder) {
            boolean again = last != null && last.tellsTheSameAs(event);
            if (!again && (takenBack.isEmpty() || !takenBack.contains(event.sameness()))) {
                standing.add(event);
            }
            last = event;
        }
        return List.copyOf(standing);
    }

    /** What the corrections take back. Latest first, because a correction counts unless a later one takes it back. */
    private static Set<String> takenBack(List<TicketEvent> inOrder) {
        if (inOrder.stream().noneMatch(event -> event.kind() == EventKind.CORRECTED)) {
            return Set.of();
        }
        Map<String, String> tellings = new HashMap<>();
        inOrder.stream()
                .filter(event -> event.id() != null)
                .forEach(event -> tellings.put(event.id(), event.sameness()));
        Set<String> takenBack = new HashSet<>();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            TicketEvent event = inOrder.get(i);
            boolean counts = event.kind() == EventKind.CORRECTED && !takenBack.contains(event.sameness());
            if (counts && event.supersedes() != null && tellings.containsKey(event.supersedes())) {
                takenBack.add(tellings.get(event.supersedes()));
            }
        }
        return takenBack;
    }
}
