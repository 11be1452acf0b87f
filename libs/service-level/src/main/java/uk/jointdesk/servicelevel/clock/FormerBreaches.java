package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.life.Spell;

/**
 * Finds breaches of targets that no longer stand: the clock is read as it stood just before each change of target and,
 * where a reopening begins a new clock, just before each reopening.
 */
final class FormerBreaches {

    private final Hearing hearing;
    private final Judge present;
    private final AgreementVersion agreement;
    private final List<FormerBreach> found = new ArrayList<>();

    FormerBreaches(Hearing hearing, Judge present, AgreementVersion agreement) {
        this.hearing = hearing;
        this.present = present;
        this.agreement = agreement;
    }

    List<FormerBreach> list(List<Spell> spells) {
        for (int i = 1; i < spells.size(); i++) {
            Spell before = spells.get(i - 1);
            Spell after = spells.get(i);
            if (changesTarget(before.attributes(), after.attributes()) || beginsAnew(before, after)) {
                breachBefore(after.from(), before.attributes()).ifPresent(found::add);
            }
        }
        addChangeWithTheResolution(spells);
        return found;
    }

    /** A desk that resolves and changes priority in one breath leaves no spell after the change. */
    private void addChangeWithTheResolution(List<Spell> spells) {
        if (!spells.isEmpty()) {
            Attributes last = spells.get(spells.size() - 1).attributes();
            if (changesTarget(last, present.judged().attributes())) {
                breachBefore(present.judged().end(), last).ifPresent(found::add);
            }
        }
    }

    private boolean changesTarget(Attributes before, Attributes after) {
        return !hearing.rules().standing(before).equals(hearing.rules().standing(after));
    }

    private boolean beginsAnew(Spell before, Spell after) {
        return hearing.reading(agreement) == ReopenReading.RESET
                && before.state().isOver()
                && !after.state().isOver();
    }

    private Optional<FormerBreach> breachBefore(Instant change, Attributes then) {
        return hearing.rules().standing(then).flatMap(standing -> {
            JudgedLife life = JudgedLife.before(change, then, hearing.life(), hearing.reading(agreement));
            Judge judge = new Judge(life, standing, agreement.changePolicy(), hearing.rules());
            return judge.outcome()
                    .breachedAt()
                    .map(at -> new FormerBreach(at, judge.target(), then.priority(), then.partner(), change));
        });
    }
}
