package uk.jointdesk.kpi.feed.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.life.FirstResponse;
import uk.jointdesk.servicelevel.life.Spell;
import uk.jointdesk.servicelevel.life.TicketLife;

/**
 * When a resolved ticket was not being worked on: with its two ends and its attributes this is all that a clock needs to
 * know, whatever the rules. Lives that are more than that (held by several partners, or told more about after the
 * resolution) have none: they are folded from their events.
 *
 * @param termsChanged whether priority, type, queue or item were once others than they are judged by
 */
public record Interruptions(boolean termsChanged, List<Pause> pauses) {

    /** The time between a resolution and a reopening, or between any end and a new beginning. */
    public static final String OVER = "OVER";

    private static final String CHANGED = "CHANGED";
    private static final String SAME = "SAME";

    /**
     * A stretch of not being worked on; half-open, in epoch milliseconds.
     *
     * @param reason of a hold its reason, else {@link #OVER}
     */
    public record Pause(String reason, long from, long to) {}

    public Interruptions {
        pauses = List.copyOf(pauses);
    }

    static Optional<Interruptions> of(TicketLife life) {
        if (!life.status().isResolved()) {
            return Optional.empty();
        }
        Instant end = life.overSince().orElseThrow();
        Attributes judged = life.attributesWhenJudged();
        List<Spell> spells = life.spells().stream()
                .filter(spell -> spell.from().isBefore(end))
                .toList();
        if (!isOneHolders(spells, judged) || !terms(life.attributes()).equals(terms(judged))) {
            return Optional.empty();
        }
        return Optional.of(new Interruptions(termsChanged(life, spells, judged), pauses(spells, end)));
    }

    /** An answer is looked at by itself: what held at its instant only, no spell remembers. */
    private static boolean termsChanged(TicketLife life, List<Spell> spells, Attributes judged) {
        Stream<Attributes> answered = life.firstResponse().map(FirstResponse::attributes).stream();
        return Stream.concat(spells.stream().map(Spell::attributes), answered)
                .anyMatch(known -> !Objects.equals(known.partner(), judged.partner())
                        || !terms(known).equals(terms(judged)));
    }

    private static boolean isOneHolders(List<Spell> spells, Attributes judged) {
        return spells.stream()
                .allMatch(spell -> spell.partner() == null || spell.partner().equals(judged.partner()));
    }

    /** What {@link #toString} wrote. */
    public static Interruptions read(String text) {
        String[] parts = text.split(" ", -1);
        List<Pause> pauses = new ArrayList<>();
        for (int i = 1; i < parts.length; i += 3) {
            pauses.add(new Pause(parts[i], Long.parseLong(parts[i + 1]), Long.parseLong(parts[i + 2])));
        }
        return new Interruptions(parts[0].equals(CHANGED), pauses);
    }

    @Override
    public String toString() {
        return (termsChanged ? CHANGED : SAME)
                + pauses.stream()
                        .map(pause -> " " + pause.reason + " " + pause.from + " " + pause.to)
                        .collect(Collectors.joining());
    }

    private static List<Pause> pauses(List<Spell> spells, Instant end) {
        return spells.stream()
                .filter(spell -> spell.state() != Spell.State.RUNNING)
                .map(spell -> new Pause(
                        spell.state() == Spell.State.HELD ? spell.reason().name() : OVER,
                        spell.from().toEpochMilli(),
                        Objects.requireNonNullElse(spell.to(), end).toEpochMilli()))
                .toList();
    }

    /** What decides the target, the partner apart. */
    private static List<String> terms(Attributes known) {
        List<String> terms = new ArrayList<>();
        terms.add(known.type());
        terms.add(known.priority());
        terms.add(known.queue());
        terms.add(known.catalogueItem());
        return terms;
    }
}
