package uk.jointdesk.kpi.feed.domain.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.kpi.feed.domain.Response;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.bulk.BulkJudge;
import uk.jointdesk.servicelevel.bulk.BulkTickets;
import uk.jointdesk.servicelevel.bulk.BulkVerdicts;
import uk.jointdesk.servicelevel.clock.SlaState;

/**
 * Judges resolved or answered tickets again by other rules: in bulk where their ends and pauses suffice, from their events
 * where they do not. Safe for threads.
 */
public final class Rejudgement {

    /** Tickets are seldom older; the clock judges those that are. */
    private static final int YEARS_BEFORE = 2;

    /** A target in days may run out after the last resolution. */
    private static final int YEARS_AFTER = 1;

    private final Metric metric;
    private final Grounds grounds;
    private final BulkJudge bulk;
    private final Judge clock;

    /** @param range the days in which the tickets count */
    public Rejudgement(RuleBook rules, Metric metric, Range range) {
        this(rules, metric, range.from().minusYears(YEARS_BEFORE), range.to());
    }

    /**
     * @param first the day the oldest ticket was logged on
     * @param last the day the last one was resolved on
     */
    public Rejudgement(RuleBook rules, Metric metric, LocalDate first, LocalDate last) {
        this.metric = metric;
        this.grounds = new Grounds(rules, metric);
        this.bulk = new BulkJudge(grounds.calendars(), first, last.plusYears(YEARS_AFTER));
        this.clock = new Judge(rules);
    }

    /** The outcomes of some lives, each in its place; empty where only the events tell. */
    public List<Optional<Outcome>> outcomes(List<Life> lives) {
        List<Ground> by = lives.stream().map(grounds::of).toList();
        BulkVerdicts verdicts = verdicts(lives, by);
        List<Optional<Outcome>> outcomes = new ArrayList<>(lives.size());
        for (int i = 0; i < lives.size(); i++) {
            boolean told = isTold(lives, by, verdicts, i);
            outcomes.add(told ? Optional.of(outcome(verdicts.state(i))) : Optional.empty());
        }
        return outcomes;
    }

    /** The whole judgements, to stand in the place of what was judged before. */
    public List<Optional<Judgement>> judgements(List<Life> lives) {
        List<Ground> by = lives.stream().map(grounds::of).toList();
        BulkVerdicts verdicts = verdicts(lives, by);
        List<Optional<Judgement>> judgements = new ArrayList<>(lives.size());
        for (int i = 0; i < lives.size(); i++) {
            boolean told = isTold(lives, by, verdicts, i);
            judgements.add(
                    told
                            ? Optional.of(judgement(
                                    lives.get(i), by.get(i), outcome(verdicts.state(i)), verdicts.consumed()[i]))
                            : Optional.empty());
        }
        return judgements;
    }

    /** The outcome that the events of a ticket tell. */
    public Optional<Outcome> outcome(String ticket, List<FeedEvent> events) {
        return clock.judge(ticket, events)
                .flatMap(record -> metric == Metric.RESPONSE
                        ? record.response().map(Response::judgement)
                        : Optional.of(record.judgement()))
                .map(Judgement::outcome);
    }

    private BulkVerdicts verdicts(List<Life> lives, List<Ground> by) {
        BulkVerdicts verdicts = BulkVerdicts.forTickets(lives.size());
        // Everything has happened: the resolution, or the answer, ends each clock.
        bulk.judge(tickets(lives, by), Long.MAX_VALUE, verdicts, 1);
        return verdicts;
    }

    private static boolean isTold(List<Life> lives, List<Ground> by, BulkVerdicts verdicts, int i) {
        return by.get(i).suits(lives.get(i)) && !verdicts.needsTheClock(i);
    }

    private static Judgement judgement(Life life, Ground by, Outcome outcome, long consumed) {
        if (!by.hasTarget()) {
            return Judgement.without(Outcome.NO_TARGET, life.endedAt());
        }
        LocalDate lastDay = LocalDate.ofInstant(life.endedAt(), by.calendar().zone());
        return new Judgement(
                outcome,
                life.endedAt(),
                by.minutesAllowed(life.loggedAt()),
                consumed,
                by.version().agreement(),
                by.version().version(),
                by.calendar().code(),
                by.calendar().versionOn(lastDay));
    }

    private static BulkTickets tickets(List<Life> lives, List<Ground> by) {
        int count = lives.size();
        long[] logged = new long[count];
        long[] ended = new long[count];
        long[] target = new long[count];
        int[] calendar = new int[count];
        int[] pauseIndex = new int[count + 1];
        List<Interruptions.Pause> pauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            logged[i] = lives.get(i).loggedAt().toEpochMilli();
            ended[i] = lives.get(i).endedAt().toEpochMilli();
            target[i] = by.get(i).code();
            calendar[i] = by.get(i).place();
            addPauses(lives.get(i), by.get(i), pauses);
            pauseIndex[i + 1] = pauses.size();
        }
        long[] from = pauses.stream().mapToLong(Interruptions.Pause::from).toArray();
        long[] to = pauses.stream().mapToLong(Interruptions.Pause::to).toArray();
        return new BulkTickets(logged, ended, target, calendar, pauseIndex, from, to);
    }

    private static void addPauses(Life life, Ground ground, List<Interruptions.Pause> pauses) {
        life.interruptions()
                .ifPresent(told -> told.pauses().stream().filter(ground::stops).forEach(pauses::add));
    }

    private static Outcome outcome(SlaState state) {
        return switch (state) {
            case MET -> Outcome.MET;
            case BREACHED -> Outcome.BREACHED;
            case NO_TARGET -> Outcome.NO_TARGET;
            case RUNNING, PAUSED, CANCELLED -> throw new IllegalStateException("a resolved ticket is " + state);
        };
    }
}
