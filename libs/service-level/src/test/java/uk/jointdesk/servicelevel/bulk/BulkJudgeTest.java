package uk.jointdesk.servicelevel.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.jointdesk.servicelevel.London;
import uk.jointdesk.servicelevel.agreement.Agreement;
import uk.jointdesk.servicelevel.agreement.AgreementVersion;
import uk.jointdesk.servicelevel.agreement.ChangePolicy;
import uk.jointdesk.servicelevel.agreement.Coverage;
import uk.jointdesk.servicelevel.agreement.HoldReason;
import uk.jointdesk.servicelevel.agreement.ReopenReading;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.agreement.ServiceLevelRules;
import uk.jointdesk.servicelevel.agreement.TargetRule;
import uk.jointdesk.servicelevel.calendar.Calendars;
import uk.jointdesk.servicelevel.calendar.WorkingCalendar;
import uk.jointdesk.servicelevel.clock.Outcome;
import uk.jointdesk.servicelevel.clock.SlaClock;
import uk.jointdesk.servicelevel.clock.SlaState;
import uk.jointdesk.servicelevel.drawn.DrawnCalendar;
import uk.jointdesk.servicelevel.drawn.DrawnInstants;
import uk.jointdesk.servicelevel.event.EventKind;
import uk.jointdesk.servicelevel.event.TicketEvent;
import uk.jointdesk.servicelevel.life.TicketLife;
import uk.jointdesk.servicelevel.target.Percent;
import uk.jointdesk.servicelevel.target.Target;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class BulkJudgeTest {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2019, 12, 31);

    /** One ticket with pauses, as events and as numbers. */
    private record Paused(
            DrawnCalendar drawn,
            Target target,
            Instant logged,
            Instant resolved,
            List<Instant[]> pauses,
            Instant asAt) {

        static Paused draw(Draw draw) {
            Instant logged = DrawnInstants.millisecond(draw);
            long longest = draw.size() * 9_000_000L;
            List<Instant[]> pauses = new ArrayList<>();
            Instant begins = logged;
            for (int i = draw.between(0, 3); i > 0; i--) {
                begins = begins.plusMillis(draw.between(0, longest / 3));
                pauses.add(new Instant[] {begins, begins.plusMillis(draw.between(0, longest / 2))});
            }
            Instant resolved = draw.chance(70) ? logged.plusMillis(draw.between(0, longest)) : null;
            Instant asAt = logged.plusMillis(draw.between(-10_000, longest));
            return new Paused(DrawnCalendar.any(draw), target(draw), logged, resolved, pauses, asAt);
        }

        private static Target target(Draw draw) {
            return draw.chance(50)
                    ? new Target.ServiceMinutes(draw.between(1, 900))
                    : new Target.WorkingDays(draw.between(1, 3), draw.oneOf(Target.Reading.values()));
        }

        BulkTickets bulk() {
            long[] from =
                    pauses.stream().mapToLong(pause -> pause[0].toEpochMilli()).toArray();
            long[] to =
                    pauses.stream().mapToLong(pause -> pause[1].toEpochMilli()).toArray();
            Duration serviceDay = drawn.calendar().serviceDay(logged);
            return new BulkTickets(
                    new long[] {logged.toEpochMilli()},
                    new long[] {resolved == null ? BulkTickets.OPEN : resolved.toEpochMilli()},
                    new long[] {BulkTarget.of(target, serviceDay)},
                    new int[] {0},
                    new int[] {0, from.length},
                    from,
                    to);
        }

        /** The clock knows one hold at a time, so overlapping pauses are told as their union. */
        TicketLife life() {
            List<TicketEvent> events = new ArrayList<>();
            events.add(TicketEvent.of(EventKind.LOGGED, logged)
                    .priority("P")
                    .partner("LBL")
                    .event());
            Instant heldUntil = Instant.MIN;
            for (Instant[] pause : pauses) {
                if (pause[0].isAfter(heldUntil) && !heldUntil.equals(Instant.MIN)) {
                    events.add(TicketEvent.of(EventKind.RESUMED, heldUntil).event());
                }
                events.add(TicketEvent.of(EventKind.ON_HOLD, pause[0])
                        .reason("AWAITING_USER")
                        .event());
                heldUntil = pause[1].isAfter(heldUntil) ? pause[1] : heldUntil;
            }
            if (!pauses.isEmpty()) {
                events.add(TicketEvent.of(EventKind.RESUMED, heldUntil).event());
            }
            if (resolved != null) {
                events.add(TicketEvent.of(EventKind.RESOLVED, resolved).event());
            }
            return TicketLife.of(events);
        }

        ServiceLevelRules rules() {
            TargetRule rule = new TargetRule(null, "P", null, target, Percent.of(95));
            AgreementVersion version = new AgreementVersion(
                    "IAA",
                    1,
                    Instant.EPOCH,
                    null,
                    Coverage.of("LBL"),
                    List.of(rule),
                    List.of(),
                    Set.of(HoldReason.AWAITING_USER),
                    ReopenReading.RESUME,
                    ChangePolicy.RETROACTIVE,
                    List.of());
            return new RuleBook(List.of(new Agreement("IAA", List.of(version))), Map.of("LBL", drawn.calendar()));
        }
    }

    @Test
    void the_bulk_judge_says_what_the_clock_says() {
        Map<DrawnCalendar, BulkJudge> judges = new HashMap<>();
        BulkVerdicts verdicts = BulkVerdicts.forTickets(1);
        Laws.forAll("bulk = clock", Paused::draw, Laws.cases(), ticket -> {
            judges.computeIfAbsent(ticket.drawn, drawn -> new BulkJudge(List.of(drawn.calendar()), FIRST, LAST))
                    .judge(ticket.bulk(), ticket.asAt.toEpochMilli(), verdicts, 1);
            Outcome clock = SlaClock.outcome(ticket.life(), ticket.rules(), ticket.asAt);
            if (verdicts.needsTheClock(0)) {
                assertThat(ticket.target).isInstanceOf(Target.WorkingDays.class);
                return;
            }
            assertThat(verdicts.state(0)).isEqualTo(clock.state());
            assertThat(verdicts.consumed()[0]).isEqualTo(clock.consumed().toMillis());
        });
    }

    @Test
    void a_same_time_target_is_left_to_the_clock_only_where_clocks_change() {
        WorkingCalendar everyDay = Calendars.roundTheClock(London.ZONE);
        BulkJudge judge = new BulkJudge(List.of(everyDay), FIRST, LAST);

        assertThat(judgedByItself(judge, "2018-03-23 12:00")).isTrue();
        assertThat(judgedByItself(judge, "2018-03-24 12:00")).isFalse();
        assertThat(judgedByItself(judge, "2018-03-25 12:00")).isFalse();
        assertThat(judgedByItself(judge, "2018-03-26 12:00")).isTrue();
    }

    @Test
    void a_ticket_outside_the_years_laid_out_is_left_to_the_clock() {
        BulkJudge judge = new BulkJudge(List.of(Calendars.office()), FIRST, LAST);
        BulkVerdicts verdicts = judged(judge, London.at("2015-12-31 12:00"), 60_000);

        assertThat(verdicts.needsTheClock(0)).isTrue();
        assertThatThrownBy(() -> verdicts.state(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pauses_out_of_order_are_left_to_the_clock() {
        BulkJudge judge = new BulkJudge(List.of(Calendars.office()), FIRST, LAST);
        long logged = London.at("2018-06-06 09:00").toEpochMilli();
        BulkTickets tickets = new BulkTickets(
                new long[] {logged},
                new long[] {BulkTickets.OPEN},
                new long[] {60_000},
                new int[1],
                new int[] {0, 2},
                new long[] {logged + 2, logged + 1},
                new long[] {logged + 3, logged + 4});
        BulkVerdicts verdicts = BulkVerdicts.forTickets(1);
        judge.judge(tickets, logged + 10, verdicts, 1);

        assertThat(verdicts.needsTheClock(0)).isTrue();
    }

    @Test
    void a_ticket_without_target_is_so_judged() {
        BulkJudge judge = new BulkJudge(List.of(Calendars.office()), FIRST, LAST);

        assertThat(judged(judge, London.at("2018-06-06 09:00"), BulkTarget.NONE).state(0))
                .isEqualTo(SlaState.NO_TARGET);
    }

    @Test
    void two_threads_say_the_same_as_one() {
        BulkJudge judge = new BulkJudge(List.of(Calendars.office()), FIRST, LAST);
        BulkTickets tickets = everyMinuteSince(London.at("2018-03-23 07:00"), 60_000);
        long asAt = London.at("2018-04-06 12:00").toEpochMilli();
        BulkVerdicts one = BulkVerdicts.forTickets(tickets.size());
        BulkVerdicts two = BulkVerdicts.forTickets(tickets.size());
        judge.judge(tickets, asAt, one, 1);
        judge.judge(tickets, asAt, two, 2);

        assertThat(two.code()).isEqualTo(one.code());
        assertThat(two.consumed()).isEqualTo(one.consumed());
        assertThat(one.code()).contains((byte) SlaState.BREACHED.ordinal(), (byte) SlaState.RUNNING.ordinal());
    }

    @Test
    void arrays_that_do_not_fit_together_are_refused() {
        assertThatThrownBy(() -> new BulkTickets(
                        new long[2], new long[1], new long[2], new int[2], new int[3], new long[0], new long[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BulkTickets(
                        new long[2], new long[2], new long[2], new int[2], new int[2], new long[0], new long[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean judgedByItself(BulkJudge judge, String logged) {
        long sameTimeTomorrow = BulkTarget.of(new Target.WorkingDays(1, Target.Reading.SAME_TIME), Duration.ofDays(1));
        return !judged(judge, London.at(logged), sameTimeTomorrow).needsTheClock(0);
    }

    private static BulkVerdicts judged(BulkJudge judge, Instant logged, long target) {
        BulkVerdicts verdicts = BulkVerdicts.forTickets(1);
        BulkTickets ticket = new BulkTickets(
                new long[] {logged.toEpochMilli()},
                new long[] {BulkTickets.OPEN},
                new long[] {target},
                new int[1],
                new int[2],
                new long[0],
                new long[0]);
        judge.judge(ticket, logged.plusSeconds(60).toEpochMilli(), verdicts, 1);
        return verdicts;
    }

    private static BulkTickets everyMinuteSince(Instant first, int count) {
        long[] logged = new long[count];
        long[] resolved = new long[count];
        long[] target = new long[count];
        for (int i = 0; i < count; i++) {
            logged[i] = first.plusSeconds(60L * (i % 20_000)).toEpochMilli();
            resolved[i] = BulkTickets.OPEN;
            target[i] = Duration.ofHours(20).toMillis();
        }
        return new BulkTickets(logged, resolved, target, new int[count], new int[count + 1], new long[0], new long[0]);
    }
}
