package uk.jointdesk.servicelevel.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.event.Attributes;
import uk.jointdesk.servicelevel.life.FirstResponse;
import uk.jointdesk.servicelevel.life.TicketLife;

/** One logged ticket before a clock at one instant: finds the target that stands and has the judge read it. */
final class Hearing {

    private final Metric metric;
    private final TicketLife life;
    private final ClockRules rules;
    private final Instant asAt;
    private final Map<List<?>, Optional<Judge>> judges = new HashMap<>();

    Hearing(Metric metric, TicketLife life, ServiceLevelRules rules, Instant asAt) {
        this.metric = metric;
        this.life = life;
        this.rules = new ClockRules(metric, rules, life.loggedAt().orElseThrow());
        this.asAt = asAt;
    }

    Metric metric() {
        return metric;
    }

    TicketLife life() {
        return life;
    }

    ClockRules rules() {
        return rules;
    }

    Verdict verdict() {
        return inTheAgreedReading()
                .map(judge -> new Verdict(
                        outcome(judge),
                        Optional.of(grounds(judge)),
                        Optional.empty(),
                        new Explainer(this, judge, agreement().orElseThrow()).explanation()))
                .orElseGet(this::verdictWithoutTarget);
    }

    Outcome outcome() {
        return inTheAgreedReading().map(this::outcome).orElseGet(this::outcomeWithoutTarget);
    }

    ClockFace face() {
        Optional<RunningClock> running =
                inTheAgreedReading().filter(Judge::running).map(judge -> RunningClock.of(judge, loggedAt()));
        return new ClockFace(outcome(), running);
    }

    private Optional<Judge> inTheAgreedReading() {
        return agreement().flatMap(version -> judge(version.changePolicy(), reading(version)));
    }

    /** The outcome in any reading, whether it is the agreement's or not. */
    Outcome outcome(ChangePolicy policy, ReopenReading reading) {
        return judge(policy, reading).map(this::outcome).orElseGet(this::outcomeWithoutTarget);
    }

    private Outcome outcome(Judge judge) {
        return life.status().isWithdrawn() ? judge.outcome().withdrawn() : judge.outcome();
    }

    /** What a reopening does to this clock; an answer that was given stays given. */
    ReopenReading reading(AgreementVersion version) {
        return metric == Metric.RESPONSE ? ReopenReading.RESUME : version.reopen();
    }

    private Optional<AgreementVersion> agreement() {
        return rules.standing(judgedAttributes()).map(Standing::version);
    }

    private Attributes judgedAttributes() {
        return metric == Metric.RESPONSE
                ? life.firstResponse().map(FirstResponse::attributes).orElseGet(life::attributes)
                : life.attributesWhenJudged();
    }

    private Instant loggedAt() {
        return life.loggedAt().orElseThrow();
    }

    private Optional<Judge> judge(ChangePolicy policy, ReopenReading asked) {
        boolean neverReopened = life.reopenings().isEmpty() && !life.status().isWithdrawn();
        ReopenReading reading = neverReopened ? ReopenReading.RESUME : asked;
        return judges.computeIfAbsent(List.of(policy, reading), any -> newJudge(policy, reading));
    }

    private Optional<Judge> newJudge(ChangePolicy policy, ReopenReading reading) {
        JudgedLife judged = judged(reading);
        return rules.standing(judged.attributes()).map(standing -> new Judge(judged, standing, policy, rules));
    }

    private JudgedLife judged(ReopenReading reading) {
        return metric == Metric.RESPONSE ? JudgedLife.untilAnswered(life, asAt) : JudgedLife.of(life, reading, asAt);
    }

    private Verdict verdictWithoutTarget() {
        Explanation explanation = untargetedAnswer()
                .map(counting -> Explanation.of(
                        new SegmentLine(counting).segments(counting.judged().spells())))
                .orElse(Explanation.NONE);
        return new Verdict(
                outcomeWithoutTarget(), Optional.empty(), Optional.of(rules.whyNone(judgedAttributes())), explanation);
    }

    private Outcome outcomeWithoutTarget() {
        Duration consumed = untargetedAnswer()
                .map(counting ->
                        counting.meter(counting.judged().start(), any -> true).consumed())
                .orElse(Duration.ZERO);
        return Outcome.without(stateWithoutTarget(), consumed);
    }

    /** How long an answer takes is known also where the agreement that covers the ticket promises none. */
    private Optional<Counting> untargetedAnswer() {
        if (metric != Metric.RESPONSE) {
            return Optional.empty();
        }
        JudgedLife judged = judged(ReopenReading.RESUME);
        String partner = judged.attributes().partner();
        return rules.agreement(judged.attributes())
                .filter(version -> partner != null)
                .map(version -> new Counting(judged, version, partner, rules));
    }

    private SlaState stateWithoutTarget() {
        return life.status().isWithdrawn() ? SlaState.CANCELLED : SlaState.NO_TARGET;
    }

    private static Grounds grounds(Judge judge) {
        AgreementVersion version = judge.standing().version();
        WorkingCalendar calendar = judge.counting().calendar();
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
