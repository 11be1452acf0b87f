package uk.jointdesk.servicelevel.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.life.TicketLife;

/** One logged ticket before the clock at one instant: finds the target that stands and has the judge read it. */
final class Hearing {

    private final TicketLife life;
    private final ClockRules rules;
    private final Instant asAt;
    private final Map<List<?>, Optional<Judge>> judges = new HashMap<>();

    Hearing(TicketLife life, ServiceLevelRules rules, Instant asAt) {
        this.life = life;
        this.rules = new ClockRules(rules, life.loggedAt().orElseThrow());
        this.asAt = asAt;
    }

    TicketLife life() {
        return life;
    }

    ClockRules rules() {
        return rules;
    }

    Verdict verdict() {
        Optional<AgreementVersion> agreement = agreement();
        return agreement
                .flatMap(version -> judge(version.changePolicy(), version.reopen()))
                .map(judge -> new Verdict(
                        outcome(judge),
                        Optional.of(grounds(judge)),
                        Optional.empty(),
                        new Explainer(this, judge, agreement.orElseThrow()).explanation()))
                .orElseGet(() -> Verdict.without(rules.whyNone(life.attributesWhenJudged()), stateWithoutTarget()));
    }

    Outcome outcome() {
        return agreement()
                .map(version -> outcome(version.changePolicy(), version.reopen()))
                .orElseGet(() -> Outcome.without(stateWithoutTarget()));
    }

    /** The outcome in any reading, whether it is the agreement's or not. */
    Outcome outcome(ChangePolicy policy, ReopenReading reading) {
        return judge(policy, reading).map(this::outcome).orElseGet(() -> Outcome.without(stateWithoutTarget()));
    }

    private Outcome outcome(Judge judge) {
        return life.status().isWithdrawn() ? judge.outcome().withdrawn() : judge.outcome();
    }

    private Optional<AgreementVersion> agreement() {
        return rules.standing(life.attributesWhenJudged()).map(Standing::version);
    }

    private Optional<Judge> judge(ChangePolicy policy, ReopenReading asked) {
        boolean neverReopened = life.reopenings().isEmpty() && !life.status().isWithdrawn();
        ReopenReading reading = neverReopened ? ReopenReading.RESUME : asked;
        return judges.computeIfAbsent(List.of(policy, reading), any -> newJudge(policy, reading));
    }

    private Optional<Judge> newJudge(ChangePolicy policy, ReopenReading reading) {
        JudgedLife judged = JudgedLife.of(life, reading, asAt);
        return rules.standing(judged.attributes()).map(standing -> new Judge(judged, standing, policy, rules));
    }

    private SlaState stateWithoutTarget() {
        return life.status().isWithdrawn() ? SlaState.CANCELLED : SlaState.NO_TARGET;
    }

    private static Grounds grounds(Judge judge) {
        AgreementVersion version = judge.standing().version();
        WorkingCalendar calendar = judge.calendar();
        LocalDate lastDay = LocalDate.ofInstant(judge.judged().end(), calendar.zone());
        return new Grounds(
                version.agreement(),
                version.version(),
                judge.standing().rule(),
                calendar.code(),
                calendar.versionOn(lastDay),
                judge.judged().attributes());
    }
}
