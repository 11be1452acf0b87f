package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.life.Spell;

/** What of a judged part of a life the clock counts: by the pauses of the agreement and the hours of each partner. */
final class Counting {

    private final JudgedLife judged;
    private final AgreementVersion agreement;
    private final ClockRules rules;
    private final WorkingCalendar calendar;

    /** @param partner whose hours hold where nobody held the ticket */
    Counting(JudgedLife judged, AgreementVersion agreement, String partner, ClockRules rules) {
        this.judged = judged;
        this.agreement = agreement;
        this.rules = rules;
        this.calendar = rules.calendarOf(partner);
    }

    JudgedLife judged() {
        return judged;
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    /** Time already past keeps its partner's hours; before there was a partner, those of the one that is judged hold. */
    WorkingCalendar calendarOf(Spell spell) {
        return spell.partner() == null ? calendar : rules.calendarOf(spell.partner());
    }

    boolean stops(Spell spell) {
        return spell.state() == Spell.State.HELD && agreement.stopsFor(spell.reason());
    }

    boolean counts(Spell spell) {
        return !spell.state().isOver() && !stops(spell);
    }

    /** Whether the clock stands still at the end of the judged time, to go on some day. */
    boolean paused() {
        return !judged.over() && stops(judged.present());
    }

    /** A meter that has counted these spells. */
    Meter meter(Instant start, Predicate<Spell> which) {
        Meter meter = new Meter(start);
        judged.spells().stream()
                .filter(this::counts)
                .filter(which)
                .forEach(spell -> meter.count(calendarOf(spell), spell.from(), spell.to()));
        return meter;
    }

    Duration serviceTime(List<Spell> spells, Predicate<Spell> which) {
        return spells.stream()
                .filter(which)
                .map(spell -> calendarOf(spell).between(spell.from(), spell.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
