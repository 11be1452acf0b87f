package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.List;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.life.Resolution;
import uk.jointdesk.servicelevel.life.Spell;
import uk.jointdesk.servicelevel.life.TicketLife;

/**
 * The part of a life that one reading of a reopening judges.
 *
 * @param start where the clock begins
 * @param end where the judged time ends: the resolution, or the instant of judgement
 * @param over whether the end is a resolution
 * @param attributes what is known of the ticket that is judged
 * @param spells the spells between start and end
 * @param present the spell in which the life stands at the end, which may just have begun
 */
record JudgedLife(Instant start, Instant end, boolean over, Attributes attributes, List<Spell> spells, Spell present) {

    /**
     * @param life a logged life as at {@code asAt}
     * @param reading what a reopened ticket is measured by
     */
    static JudgedLife of(TicketLife life, ReopenReading reading, Instant asAt) {
        Instant loggedAt = life.loggedAt().orElseThrow();
        if (reading == ReopenReading.FIRST && !life.resolutions().isEmpty()) {
            Resolution first = life.resolutions().get(0);
            return between(life, loggedAt, first.at(), true, first.attributes());
        }
        Instant start = reading == ReopenReading.RESET ? lastReopeningBy(life, asAt, loggedAt) : loggedAt;
        Instant end = life.overSince().orElse(asAt);
        return between(life, start, end, life.overSince().isPresent(), life.attributesWhenJudged());
    }

    /** The part that the response clock judges: until the first answer, or until there is nothing left to answer. */
    static JudgedLife untilAnswered(TicketLife life, Instant asAt) {
        Instant loggedAt = life.loggedAt().orElseThrow();
        return life.firstResponse()
                .map(response -> between(life, loggedAt, response.at(), true, response.attributes()))
                .orElseGet(() -> of(life, ReopenReading.RESUME, asAt));
    }

    /** The same clock, still running, as it stood just before a change of what is known of the ticket. */
    static JudgedLife before(Instant change, Attributes attributes, TicketLife life, ReopenReading reading) {
        Instant loggedAt = life.loggedAt().orElseThrow();
        Instant start =
                reading == ReopenReading.RESET ? lastReopeningBy(life, change.minusMillis(1), loggedAt) : loggedAt;
        return between(life, start, change, false, attributes);
    }

    private static JudgedLife between(
            TicketLife life, Instant start, Instant end, boolean over, Attributes attributes) {
        List<Spell> spells = life.spells().stream()
                .flatMap(spell -> spell.within(start, end).stream())
                .toList();
        Spell present = life.spells().get(life.spells().size() - 1);
        return new JudgedLife(start, end, over, attributes, spells, present);
    }

    private static Instant lastReopeningBy(TicketLife life, Instant limit, Instant otherwise) {
        return life.reopenings().stream()
                .filter(at -> !at.isAfter(limit))
                .reduce((earlier, later) -> later)
                .orElse(otherwise);
    }
}
