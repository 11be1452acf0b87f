package uk.jointdesk.incident.ticket.domain;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.Spell;
import uk.jointdesk.servicelevel.life.TicketLife;

/** All facts known of one ticket, and what they amount to. The order in which they were learned makes no difference. */
public final class History {

    private static final Comparator<Named> IN_ORDER = Comparator.comparing((Named named) -> named.fact.at())
            .thenComparingLong(named -> named.fact.sequence())
            .thenComparing(named -> named.fact.kind())
            .thenComparing(Named::id);

    /** A fact and its public name, which is dear enough to be worked out once. */
    public record Named(String id, Fact fact) {

        public static Named of(Fact fact) {
            return new Named(fact.id(), fact);
        }
    }

    private final List<Named> facts;
    private final TicketLife life;

    private History(List<Named> facts) {
        this.facts = facts;
        this.life = TicketLife.of(events(facts));
    }

    public static History of(Collection<Fact> facts) {
        return grown(List.of(), facts.stream().map(Named::of).toList());
    }

    public static History ofRecorded(Collection<Recorded> facts) {
        return grown(facts, List.of());
    }

    /** What is written, and what is about to be. */
    public static History grown(Collection<Recorded> written, Collection<Named> fresh) {
        Stream<Named> before = written.stream().map(recorded -> new Named(recorded.id(), recorded.fact()));
        return new History(
                Stream.concat(before, fresh.stream()).sorted(IN_ORDER).toList());
    }

    /** These facts and some more. */
    public History with(Collection<Fact> more) {
        return new History(Stream.concat(facts.stream(), more.stream().map(Named::of))
                .sorted(IN_ORDER)
                .toList());
    }

    public TicketLife life() {
        return life;
    }

    /** The earliest instant of which anything is known; lists go by it until the ticket is logged. */
    public Instant begin() {
        return life.loggedAt().orElseGet(() -> facts.get(0).fact.at());
    }

    /** The latest instant of which anything is known. */
    public Instant end() {
        return facts.get(facts.size() - 1).fact.at();
    }

    /** The latest instant at which something about it changed; that somebody was answered changes nothing. */
    public Instant lastChange() {
        return facts.stream()
                .filter(named -> named.fact.kind() != EventKind.RESPONDED)
                .reduce((earlier, later) -> later)
                .map(named -> named.fact.at())
                .orElseGet(this::begin);
    }

    /** A sequence number after all that were given. */
    public long nextSequence() {
        return facts.stream().mapToLong(named -> named.fact.sequence()).max().orElse(-1) + 1;
    }

    /** Title, description and the like, without what was corrected away. */
    public Detail detail() {
        Set<String> gone = superseded();
        return facts.stream()
                .filter(named -> !gone.contains(named.id))
                .map(named -> named.fact.detail())
                .reduce(Detail.NOTHING, Detail::then);
    }

    /** The ids of the facts that a correction has taken back. */
    public Set<String> superseded() {
        return life.events().stream()
                .filter(event -> event.kind() == EventKind.CORRECTED && event.supersedes() != null)
                .map(TicketEvent::supersedes)
                .collect(Collectors.toSet());
    }

    /** The fact of this name, ours or its sender's. */
    public Optional<Named> named(String id) {
        return facts.stream()
                .filter(named -> named.id.equals(id) || id.equals(named.fact.senderId()))
                .findFirst();
    }

    /** Why the ticket waits now, or null when it does not. */
    public String holdReason() {
        return life.spells().isEmpty()
                        || life.spells().get(life.spells().size() - 1).state() != Spell.State.HELD
                ? null
                : life.spells().get(life.spells().size() - 1).reason().name();
    }

    /** Who held the ticket just before an instant; the first holder when it is earlier than all. */
    public String holderBefore(Instant at) {
        List<Spell> spells = life.spells();
        if (spells.isEmpty()) {
            return life.holder();
        }
        String holder = spells.get(0).partner();
        for (Spell spell : spells) {
            if (spell.from().isBefore(at)) {
                holder = spell.partner();
            }
        }
        return holder;
    }

    private static List<TicketEvent> events(List<Named> facts) {
        Map<String, String> ids = facts.stream()
                .filter(named -> named.fact.senderId() != null)
                .collect(toMap(named -> named.fact.senderId(), Named::id, (first, second) -> first));
        return facts.stream().map(named -> event(named, ids)).toList();
    }

    /** A desk corrects by its own id, we by ours. */
    private static TicketEvent event(Named named, Map<String, String> idsBySender) {
        Fact fact = named.fact;
        Said said = fact.said();
        String supersedes = fact.supersedes() == null
                ? null
                : Objects.requireNonNullElse(idsBySender.get(fact.supersedes()), fact.supersedes());
        return new TicketEvent(
                fact.kind(),
                fact.at(),
                fact.sequence(),
                fact.snapshot(),
                said.type(),
                said.priority(),
                said.partner(),
                said.queue(),
                said.category(),
                said.catalogueItem(),
                fact.reason(),
                fact.into(),
                supersedes,
                named.id);
    }
}
