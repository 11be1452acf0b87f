package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.life.Spell;

/** Reads the clock on one judged part of a life, in one reading of a change of priority or partner. */
final class Judge {

    private final Counting counting;
    private final Standing standing;
    private final ClockRules rules;
    private final Meter meter;
    private final Duration target;
    private final Outcome outcome;

    Judge(JudgedLife judged, Standing standing, ChangePolicy policy, ClockRules rules) {
        this.counting = new Counting(judged, standing.version(), standing.partner(), rules);
        this.standing = standing;
        this.rules = rules;
        boolean whole = policy == ChangePolicy.RETROACTIVE;
        Instant start = whole ? judged.start() : firstUnderTarget();
        this.target = standing.rule().target().allowance(counting.calendar(), start);
        this.meter = counting.meter(start, spell -> whole || rules.isUnder(standing, spell));
        this.outcome = read();
    }

    JudgedLife judged() {
        return counting.judged();
    }

    Counting counting() {
        return counting;
    }

    Standing standing() {
        return standing;
    }

    Duration target() {
        return target;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether time is being used now, or will be when the service opens. */
    boolean running() {
        return !judged().over() && !counting.paused();
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
        return reached.isPresent() || !running() ? reached : Optional.of(reaches(amount));
    }

    private SlaState stateWhen(boolean breached) {
        if (breached) {
            return SlaState.BREACHED;
        }
        if (judged().over()) {
            return SlaState.MET;
        }
        return counting.paused() ? SlaState.PAUSED : SlaState.RUNNING;
    }

    /** When this much is used up if the clock runs from the end of the judged time on. */
    private Instant reaches(Duration amount) {
        return meter.reached(amount)
                .orElseGet(() -> counting.calendar().plus(judged().end(), amount.minus(meter.consumed())));
    }

    /** Since when the clock has been running under this target without a break. */
    Instant runningSince() {
        Instant since = judged().end();
        for (int i = judged().spells().size() - 1; i >= 0; i--) {
            Spell spell = judged().spells().get(i);
            if (!counting.counts(spell) || !rules.isUnder(standing, spell)) {
                break;
            }
            since = spell.from();
        }
        return since;
    }

    private Instant firstUnderTarget() {
        return judged().spells().stream()
                .filter(spell -> rules.isUnder(standing, spell))
                .map(Spell::from)
                .findFirst()
                .orElse(judged().end());
    }
}
