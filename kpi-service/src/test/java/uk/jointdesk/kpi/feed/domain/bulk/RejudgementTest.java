package uk.jointdesk.kpi.feed.domain.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.Story;
import uk.jointdesk.kpi.feed.domain.Basis;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.kpi.feed.domain.Response;
import uk.jointdesk.kpi.feed.domain.TicketRecord;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.Agreement;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Coverage;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.agreement.Terms;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class RejudgementTest {

    private static final Range RANGE = new Range(LocalDate.parse("2030-12-01"), LocalDate.parse("2031-06-30"));
    private static final WorkingCalendar OFFICE = Calendars.office();

    /** Laying out calendars takes longer than judging: the same few rules are tried on all lives. */
    private static final int RULES = 30;

    private static final int NUMBER = 7;

    private static final RuleBook IN_FORCE = rules(
            new Target.ServiceMinutes(480),
            Coverage.of("LBB", "LBS"),
            Set.of(HoldReason.AWAITING_USER),
            ReopenReading.RESUME,
            ChangePolicy.RETROACTIVE);

    private final List<RuleBook> others = new ArrayList<>();
    private final Map<List<Object>, Rejudgement> laidOut = new HashMap<>();

    /** A drawn life and which rules it is tried on. */
    private record Case(List<FeedEvent> events, int rules) {
        static Case draw(Draw draw) {
            List<FeedEvent> events = new ArrayList<>();
            for (TicketEvent event : Story.of(draw)) {
                events.add(told(event));
            }
            return new Case(events, draw.between(0, RULES - 1));
        }
    }

    @Test
    void both_clocks_judged_in_bulk_are_to_the_last_field_what_folding_the_events_makes_of_them() {
        Laws.forAll("rules", draw -> draw, RULES, draw -> others.add(drawnRules(draw)));
        for (Metric metric : Metric.values()) {
            AtomicInteger inBulk = new AtomicInteger();
            AtomicInteger fromEvents = new AtomicInteger();
            Laws.forAll("bulk = fold", Case::draw, Laws.oracleCases(), drawn -> life(metric, drawn.events)
                    .ifPresent(life -> {
                        RuleBook rules = others.get(drawn.rules);
                        Judgement folded = judgement(metric, rules, drawn.events);
                        Rejudged bulk = rejudgement(metric, rules).judged(Lives.of(List.of(life)));
                        if (bulk.isLeft(0)) {
                            fromEvents.incrementAndGet();
                            assertThat(bulk.left()).containsExactly("T");
                        } else {
                            inBulk.incrementAndGet();
                            assertThat(judged(bulk, 0)).isEqualTo(judged(folded));
                            assertThat(bulk.isOtherwise(0, before(metric, drawn.events)))
                                    .isEqualTo(
                                            !judged(folded).equals(judged(judgement(metric, IN_FORCE, drawn.events))));
                        }
                        assertThat(rejudgement(metric, rules).outcome("T", drawn.events))
                                .contains(folded.outcome());
                    }));
            assertThat(inBulk.get()).as("%s in bulk", metric).isGreaterThan(Laws.oracleCases() / 20);
            assertThat(fromEvents.get()).as("%s from events", metric).isPositive();
        }
    }

    @Test
    void by_the_rules_in_force_nothing_would_change() {
        for (Metric metric : Metric.values()) {
            Laws.forAll("same rules", Case::draw, Laws.oracleCases(), drawn -> life(metric, drawn.events)
                    .map(life -> rejudgement(metric, IN_FORCE).judged(Lives.of(List.of(life))))
                    .filter(bulk -> !bulk.isLeft(0))
                    .ifPresent(bulk -> assertThat(bulk.isOtherwise(0, before(metric, drawn.events)))
                            .isFalse()));
        }
    }

    @Test
    void many_lives_are_judged_as_each_of_them_alone() {
        for (Metric metric : Metric.values()) {
            List<Life> lives = new ArrayList<>();
            Laws.forAll("lives", Case::draw, Laws.oracleCases() / 10, drawn -> life(metric, drawn.events)
                    .ifPresent(lives::add));
            Rejudged together = rejudgement(metric, IN_FORCE).judged(Lives.of(lives));
            for (int i = 0; i < lives.size(); i++) {
                Rejudged alone = rejudgement(metric, IN_FORCE).judged(Lives.of(List.of(lives.get(i))));
                assertThat(together.isLeft(i)).isEqualTo(alone.isLeft(0));
                if (!alone.isLeft(0)) {
                    assertThat(judged(together, i)).isEqualTo(judged(alone, 0));
                }
            }
        }
    }

    /** P2 for no time at all: answered in the minute it was logged, then raised to P1, which does promise an answer. */
    @Test
    void an_answer_counts_by_what_the_ticket_was_at_that_instant_even_if_it_was_that_for_no_time() {
        List<FeedEvent> events = Stream.of(
                        Story.logged("LBS"),
                        Story.event(EventKind.RESPONDED, 0).sequence(1).event(),
                        Story.event(EventKind.PRIORITY_CHANGED, 0)
                                .sequence(2)
                                .priority("P1")
                                .event(),
                        Story.event(EventKind.RESOLVED, 1).event())
                .map(RejudgementTest::told)
                .toList();
        Life answered = life(Metric.RESPONSE, events).orElseThrow();

        assertThat(judgement(Metric.RESPONSE, IN_FORCE, events).outcome()).isEqualTo(Outcome.NO_TARGET);
        assertThat(rejudgement(Metric.RESPONSE, IN_FORCE)
                        .judged(Lives.of(List.of(answered)))
                        .left())
                .as("left to its events")
                .containsExactly("T");
    }

    @Test
    void interruptions_are_read_as_they_were_written() {
        Laws.forAll("interruptions", Case::draw, Laws.oracleCases(), drawn -> life(Metric.RESOLUTION, drawn.events)
                .flatMap(life -> Optional.ofNullable(life.interruptions()))
                .ifPresent(
                        told -> assertThat(Interruptions.read(told.toString())).isEqualTo(told)));
    }

    private Rejudgement rejudgement(Metric metric, RuleBook rules) {
        return laidOut.computeIfAbsent(List.of(metric, rules), any -> new Rejudgement(rules, metric, RANGE));
    }

    private static FeedEvent told(TicketEvent event) {
        return new FeedEvent("T", null, null, event.at(), false, null, event);
    }

    private static Judgement judgement(Metric metric, RuleBook rules, List<FeedEvent> events) {
        return judgement(metric, new Judge(rules).judge("T", events).orElseThrow())
                .orElseThrow();
    }

    private static Optional<Judgement> judgement(Metric metric, TicketRecord record) {
        return metric == Metric.RESPONSE ? record.response().map(Response::judgement) : Optional.of(record.judgement());
    }

    private static Optional<Life> life(Metric metric, List<FeedEvent> events) {
        return new Judge(IN_FORCE)
                .judge("T", events)
                .filter(record -> record.judgement().outcome().isResolved())
                .flatMap(record -> judgement(metric, record).map(judged -> life(metric, record, judged)));
    }

    private static Life life(Metric metric, TicketRecord record, Judgement judged) {
        var known = record.attributes();
        return new Life(
                        "T",
                        new Terms(
                                known.partner(), known.type(), known.priority(), known.queue(), known.catalogueItem()),
                        record.loggedAt().toEpochMilli(),
                        judged.overAt().toEpochMilli(),
                        record.reopenCount() > 0,
                        record.interruptions().orElse(null),
                        standing(judged))
                .seenBy(metric);
    }

    private static Life.Standing standing(Judgement judged) {
        return new Life.Standing(
                judged.outcome(), consumed(judged), judged.basis().equals(Basis.NONE) ? Life.NO_BASIS : NUMBER);
    }

    private static long consumed(Judgement judged) {
        return judged.consumedMillis() == null ? Life.NO_CLOCK : judged.consumedMillis();
    }

    /** What the number of the life stands for by the rules in force. */
    private static Bases before(Metric metric, List<FeedEvent> events) {
        return new Bases(Map.of(NUMBER, judgement(metric, IN_FORCE, events).basis()));
    }

    private static List<Object> judged(Rejudged bulk, int i) {
        return List.of(bulk.outcome(i), bulk.consumed(i), bulk.basis(i));
    }

    private static List<Object> judged(Judgement judgement) {
        return List.of(judgement.outcome(), consumed(judgement), judgement.basis());
    }

    private static RuleBook drawnRules(Draw draw) {
        Target target = draw.chance(50)
                ? new Target.ServiceMinutes(draw.between(1, 3_000))
                : new Target.WorkingDays(draw.between(1, 5), draw.oneOf(Target.Reading.values()));
        return rules(
                target,
                draw.chance(80) ? Coverage.of("LBB", "LBS", "LH") : Coverage.of("LBB"),
                draw.chance(50) ? Set.of(HoldReason.AWAITING_USER) : Set.of(HoldReason.OTHER),
                draw.oneOf(ReopenReading.values()),
                draw.oneOf(ChangePolicy.values()));
    }

    private static RuleBook rules(
            Target target, Coverage coverage, Set<HoldReason> stopping, ReopenReading reopen, ChangePolicy changes) {
        AgreementVersion version = new AgreementVersion(
                "IAA",
                1,
                Instant.EPOCH,
                null,
                coverage,
                List.of(
                        new TargetRule(null, null, null, target, Percent.of(95)),
                        new TargetRule(null, "P1", null, new Target.ServiceMinutes(240), Percent.of(95))),
                List.of(new TargetRule(null, "P1", null, target, Percent.of(95))),
                stopping,
                reopen,
                changes,
                List.of());
        return new RuleBook(
                List.of(new Agreement("IAA", List.of(version))), Map.of("LBB", OFFICE, "LBS", OFFICE, "LH", OFFICE));
    }
}
