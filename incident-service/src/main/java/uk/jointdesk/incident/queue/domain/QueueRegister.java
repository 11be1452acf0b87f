package uk.jointdesk.incident.queue.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose queue a ticket is in. Desks write names, and the partners' own teams bear the same ones: the same name on
 * Lewisham's ticket is Lewisham's team. Names are compared without regard to case, as in agreements.
 *
 * @param byName the queues of each name in lower case
 * @param parents partner codes with the authority each belongs to; of others null
 */
public record QueueRegister(Map<String, List<Queue>> byName, Map<String, String> parents) {

    public static QueueRegister of(Collection<Queue> queues, Map<String, String> parents) {
        return new QueueRegister(
                queues.stream().collect(Collectors.groupingBy(queue -> key(queue.name()))),
                Collections.unmodifiableMap(parents));
    }

    /** A queue's name and the partner whose ticket it stands on; an empty partner is nobody's ticket. */
    public record Place(String name, String partner) {}

    /** The organisation of a ticket's queue; empty when nobody registered such a queue, or it cannot be told whose. */
    public Optional<String> organisationOf(String queue, String partner) {
        return find(queue, partner).map(Queue::organisation);
    }

    /** The partner's own team first, then its parent's, then the shared service's; else the only one of that name. */
    public Optional<Queue> find(String queue, String partner) {
        List<Queue> namesakes = namesakes(queue);
        return reachable(queue, partner)
                .or(() -> namesakes.size() == 1 ? Optional.of(namesakes.get(0)) : Optional.empty());
    }

    /** The queue that a partner itself means by a name: its own team's, its parent's or the shared service's. */
    public Optional<Queue> reachable(String queue, String partner) {
        List<Queue> namesakes = namesakes(queue);
        String parent = partner == null ? null : parents.get(partner);
        return ownedBy(namesakes, partner)
                .or(() -> ownedBy(namesakes, parent))
                .or(() -> ownedBy(namesakes, Queue.SHARED_SERVICE));
    }

    private List<Queue> namesakes(String queue) {
        return queue == null ? List.of() : byName.getOrDefault(key(queue), List.of());
    }

    /** Every combination of name, in lower case, and partner that means a queue of this organisation. */
    public List<Place> placesOf(String organisation) {
        Set<String> partners = new HashSet<>(parents.keySet());
        partners.add("");
        List<Place> places = new ArrayList<>();
        byName.keySet()
                .forEach(name -> partners.forEach(partner -> {
                    Optional<String> owner = organisationOf(name, partner.isEmpty() ? null : partner);
                    if (owner.filter(organisation::equals).isPresent()) {
                        places.add(new Place(name, partner));
                    }
                }));
        return places;
    }

    private static Optional<Queue> ownedBy(List<Queue> queues, String organisation) {
        return queues.stream()
                .filter(queue -> Objects.equals(queue.organisation(), organisation))
                .findFirst();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
