package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.life.Spell;

/** Writes down how a verdict comes about. */
final class Explainer {

    private final Hearing hearing;
    private final Judge judge;
    private final Counting counting;
    private final AgreementVersion agreement;
    private final List<Spell> spells;
    private final Instant loggedAt;

    Explainer(Hearing hearing, Judge judge, AgreementVersion agreement) {
        this.hearing = hearing;
        this.judge = judge;
        this.counting = judge.counting();
        this.agreement = agreement;
        this.loggedAt = hearing.life().loggedAt().orElseThrow();
        this.spells = hearing.life().spells().stream()
                .flatMap(spell -> spell.within(loggedAt, judge.judged().end()).stream())
                .toList();
    }

    Explanation explanation() {
        return new Explanation(
                new SegmentLine(counting).segments(spells),
                byPolicy(),
                byReopen(),
                new FormerBreaches(hearing, judge, agreement).list(spells),
                RunningClock.points(judge),
                counting.serviceTime(spells, counting::stops),
                whollyOutOfHours());
    }

    private Map<ChangePolicy, Outcome> byPolicy() {
        Map<ChangePolicy, Outcome> outcomes = new EnumMap<>(ChangePolicy.class);
        for (ChangePolicy policy : ChangePolicy.values()) {
            outcomes.put(policy, hearing.outcome(policy, hearing.reading(agreement)));
        }
        return outcomes;
    }

    private Map<ReopenReading, Outcome> byReopen() {
        if (hearing.metric() == Metric.RESPONSE) {
            return Map.of();
        }
        Map<ReopenReading, Outcome> outcomes = new EnumMap<>(ReopenReading.class);
        for (ReopenReading reading : ReopenReading.values()) {
            outcomes.put(reading, hearing.outcome(agreement.changePolicy(), reading));
        }
        return outcomes;
    }

    private boolean whollyOutOfHours() {
        return judge.judged().over()
                && counting.serviceTime(spells, spell -> !spell.state().isOver())
                        .isZero()
                && !counting.calendar().opens(loggedAt);
    }
}
