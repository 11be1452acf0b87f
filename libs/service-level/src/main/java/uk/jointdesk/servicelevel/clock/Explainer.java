package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.life.Spell;

/** Writes down how a verdict comes about. */
final class Explainer {

    private final Hearing hearing;
    private final Judge judge;
    private final AgreementVersion agreement;
    private final List<Spell> spells;
    private final Instant loggedAt;

    Explainer(Hearing hearing, Judge judge, AgreementVersion agreement) {
        this.hearing = hearing;
        this.judge = judge;
        this.agreement = agreement;
        this.loggedAt = hearing.life().loggedAt().orElseThrow();
        this.spells = hearing.life().spells().stream()
                .flatMap(spell -> spell.within(loggedAt, judge.judged().end()).stream())
                .toList();
    }

    Explanation explanation() {
        return new Explanation(
                new SegmentLine(judge).segments(spells),
                byPolicy(),
                byReopen(),
                new FormerBreaches(hearing, judge, agreement).list(spells),
                escalations(),
                serviceTime(judge::stops),
                whollyOutOfHours());
    }

    private Map<ChangePolicy, Outcome> byPolicy() {
        Map<ChangePolicy, Outcome> outcomes = new EnumMap<>(ChangePolicy.class);
        for (ChangePolicy policy : ChangePolicy.values()) {
            outcomes.put(policy, hearing.outcome(policy, agreement.reopen()));
        }
        return outcomes;
    }

    private Map<ReopenReading, Outcome> byReopen() {
        Map<ReopenReading, Outcome> outcomes = new EnumMap<>(ReopenReading.class);
        for (ReopenReading reading : ReopenReading.values()) {
            outcomes.put(reading, hearing.outcome(agreement.changePolicy(), reading));
        }
        return outcomes;
    }

    private List<EscalationPoint> escalations() {
        return judge.standing().version().escalation().stream()
                .map(threshold ->
                        new EscalationPoint(threshold, judge.reachesWhileRunning(threshold.within(judge.target()))))
                .toList();
    }

    private boolean whollyOutOfHours() {
        return judge.judged().over()
                && serviceTime(spell -> !spell.state().isOver()).isZero()
                && !judge.calendar().opens(loggedAt);
    }

    private Duration serviceTime(Predicate<Spell> which) {
        return spells.stream()
                .filter(which)
                .map(spell -> judge.calendarOf(spell).between(spell.from(), spell.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
