package uk.jointdesk.kpi.whatif.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.Interruptions;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.bulk.BulkJudge;
import uk.jointdesk.servicelevel.bulk.BulkTickets;
import uk.jointdesk.servicelevel.bulk.BulkVerdicts;
import uk.jointdesk.servicelevel.clock.SlaState;

/**
 * Judges resolved tickets again by other rules: in bulk where their ends and pauses suffice, from their events where they
 * do not. Safe for threads.
 */
public final class Rejudgement {

    /** Tickets are seldom older; the clock judges those that are. */
    private static final int YEARS_BEFORE = 2;

    /** A target in days may run out after the last resolution. */
    private static final int YEARS_AFTER = 1;

    private final Grounds grounds;
    private final BulkJudge bulk;
    private final Judge clock;

    public Rejudgement(RuleBook rules, Range range) {
        this.grounds = new Grounds(rules);
        this.bulk = new BulkJudge(
                grounds.calendars(),
                range.from().minusYears(YEARS_BEFORE),
                range.to().plusYears(YEARS_AFTER));
        this.clock = new Judge(rules);
    }

    /**
     * The outcomes of some lives, each in its place; empty where only the events tell.
     */
    public List<Optional<Outcome>> judge(List<Life> lives) {
        List<Ground> by = lives.stream().map(grounds::of).toList();
        BulkVerdicts verdicts = BulkVerdicts.forTickets(lives.size());
        // Everything has happened: the resolution ends each clock.
        bulk.judge(tickets(lives, by), Long.MAX_VALUE, verdicts, 1);
        List<Optional<Outcome>> outcomes = new ArrayList<>(lives.size());
        for (int i = 0; i < lives.size(); i++) {
            boolean told = by.get(i).suits(lives.get(i)) && !verdicts.needsTheClock(i);
            outcomes.add(told ? Optional.of(outcome(verdicts.state(i))) : Optional.empty());
        }
        return outcomes;
    }

    /** The outcome that the events of a ticket tell. */
    public Optional<Outcome> judge(String ticket, List<FeedEvent> events) {
        return clock.judge(ticket, events).map(judged -> judged.judgement().outcome());
    }

    private static BulkTickets tickets(List<Life> lives, List<Ground> by) {
        int count = lives.size();
        long[] logged = new long[count];
        long[] resolved = new long[count];
        long[] target = new long[count];
        int[] calendar = new int[count];
        int[] pauseIndex = new int[count + 1];
        List<Interruptions.Pause> pauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            logged[i] = lives.get(i).loggedAt().toEpochMilli();
            resolved[i] = lives.get(i).resolvedAt().toEpochMilli();
            target[i] = by.get(i).target();
            calendar[i] = by.get(i).calendar();
            addPauses(lives.get(i), by.get(i), pauses);
            pauseIndex[i + 1] = pauses.size();
        }
        long[] from = pauses.stream().mapToLong(Interruptions.Pause::from).toArray();
        long[] to = pauses.stream().mapToLong(Interruptions.Pause::to).toArray();
        return new BulkTickets(logged, resolved, target, calendar, pauseIndex, from, to);
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
