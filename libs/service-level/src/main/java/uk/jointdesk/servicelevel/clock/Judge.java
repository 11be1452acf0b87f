package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.life.Spell;

/** Reads the clock on one judged part of a life, in one reading of a change of priority or partner. */
final class Judge {

    private final JudgedLife judged;
    private final Standing standing;
    private final ClockRules rules;
    private final WorkingCalendar calendar;
    private final Meter meter;
    private final Duration target;
    private final boolean paused;
    private final Outcome outcome;

    Judge(JudgedLife judged, Standing standing, ChangePolicy policy, ClockRules rules) {
        this.judged = judged;
        this.standing = standing;
        this.rules = rules;
        this.calendar = rules.calendarOf(standing.partner());
        Instant start = policy == ChangePolicy.RETROACTIVE ? judged.start() : firstUnderTarget();
        this.target = standing.rule().target().allowance(calendar, start);
        this.meter = new Meter(start);
        this.paused = !judged.over() && stops(judged.present());
        judged.spells().stream()
                .filter(this::counts)
                .filter(spell -> policy == ChangePolicy.RETROACTIVE || rules.isUnder(standing, spell))
                .forEach(spell -> meter.count(calendarOf(spell), spell.from(), spell.to()));
        this.outcome = read();
    }

    JudgedLife judged() {
        return judged;
    }

    Standing standing() {
        return standing;
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    Duration target() {
        return target;
    }

    Outcome outcome() {
        return outcome;
    }

    private Outcome read() {
        Optional<Instant> breachedAt = meter.exceeded(target);
        SlaState state = stateWhen(breachedAt.isPresent());
        boolean waiting = state == SlaState.PAUSED;
        return new Outcome(
                state,
                Optional.of(target),
                meter.consumed(),
                waiting ? Optional.empty() : Optional.of(reaches(target)),
                waiting ? Optional.of(reaches(target)) : Optional.empty(),
                breachedAt);
    }

    /** When a share of the target is used up; empty if the clock stands still before. */
    Optional<Instant> reachesWhileRunning(Duration amount) {
        Optional<Instant> reached = meter.reached(amount);
        return reached.isPresent() || judged.over() || paused ? reached : Optional.of(reaches(amount));
    }

    private SlaState stateWhen(boolean breached) {
        if (breached) {
            return SlaState.BREACHED;
        }
        if (judged.over()) {
            return SlaState.MET;
        }
        return paused ? SlaState.PAUSED : SlaState.RUNNING;
    }

    /** When this much is used up if the clock runs from the end of the judged time on. */
    private Instant reaches(Duration amount) {
        return meter.reached(amount).orElseGet(() -> calendar.plus(judged.end(), amount.minus(meter.consumed())));
    }

    private boolean counts(Spell spell) {
        return !spell.state().isOver() && !stops(spell);
    }

    boolean stops(Spell spell) {
        return spell.state() == Spell.State.HELD && standing.version().stopsFor(spell.reason());
    }

    /** Time already past keeps its partner's hours; before there was a partner, those of the one that is judged hold. */
    WorkingCalendar calendarOf(Spell spell) {
        return spell.partner() == null ? calendar : rules.calendarOf(spell.partner());
    }

    private Instant firstUnderTarget() {
        return judged.spells().stream()
                .filter(spell -> rules.isUnder(standing, spell))
                .map(Spell::from)
                .findFirst()
                .orElse(judged.end());
    }
}
