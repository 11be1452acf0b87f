package uk.jointdesk.kpi.feed.domain.bulk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.Judge;
import uk.jointdesk.kpi.feed.domain.Judgement;
import uk.jointdesk.kpi.feed.domain.Response;
import uk.jointdesk.kpi.period.domain.Range;
import uk.jointdesk.servicelevel.agreement.Metric;
import uk.jointdesk.servicelevel.agreement.RuleBook;
import uk.jointdesk.servicelevel.bulk.BulkJudge;
import uk.jointdesk.servicelevel.bulk.BulkTickets;
import uk.jointdesk.servicelevel.bulk.BulkVerdicts;

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

    /** Judges all these lives. */
    public Rejudged judged(Lives lives) {
        Ground[] by = new Ground[lives.size()];
        for (int i = 0; i < by.length; i++) {
            by[i] = grounds.of(lives.terms().get(lives.termsOf(i)), lives.loggedAt()[i]);
        }
        BulkVerdicts verdicts = BulkVerdicts.forTickets(by.length);
        // Everything has happened: the resolution, or the answer, ends each clock.
        bulk.judge(tickets(lives, by), Long.MAX_VALUE, verdicts, 1);
        return new Rejudged(lives, grounds, by, verdicts);
    }

    /** The outcome that the events of a ticket tell. */
    public Optional<Outcome> outcome(String ticket, List<FeedEvent> events) {
        return clock.judge(ticket, events)
                .flatMap(record -> metric == Metric.RESPONSE
                        ? record.response().map(Response::judgement)
                        : Optional.of(record.judgement()))
                .map(Judgement::outcome);
    }

    private static BulkTickets tickets(Lives lives, Ground[] by) {
        long[] target = new long[by.length];
        int[] calendar = new int[by.length];
        for (int i = 0; i < by.length; i++) {
            target[i] = by[i].code();
            calendar[i] = by[i].place();
        }
        Pauses stopping = stopping(lives.pauses(), by);
        return new BulkTickets(
                lives.loggedAt(), lives.endedAt(), target, calendar, stopping.index(), stopping.from(), stopping.to());
    }

    /** Those pauses that stop a clock by these rules. */
    private static Pauses stopping(Pauses all, Ground[] by) {
        int[] index = new int[by.length + 1];
        int[] places = new int[all.count()];
        int count = 0;
        for (int i = 0; i < by.length; i++) {
            for (int p = all.index()[i]; p < all.index()[i + 1]; p++) {
                if (by[i].stops(all.why()[p])) {
                    places[count++] = p;
                }
            }
            index[i + 1] = count;
        }
        return all.only(index, Arrays.copyOf(places, count));
    }
}
