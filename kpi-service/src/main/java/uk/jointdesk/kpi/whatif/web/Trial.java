package uk.jointdesk.kpi.whatif.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.FeedEvent;
import uk.jointdesk.kpi.feed.domain.bulk.Lives;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudgement;
import uk.jointdesk.kpi.whatif.domain.Shift;
import uk.jointdesk.kpi.whatif.domain.Tally;
import uk.jointdesk.kpi.whatif.store.LifeStore;

/**
 * Other rules tried on one month after the other: several threads judge while the next is read, which takes longer, so
 * that few are in memory at a time, however many tickets there are.
 */
final class Trial implements LifeStore.Reader<Trial.Sum> {

    private static final int TOLD_AT_ONCE = 5_000;

    /** What all the months came to. */
    record Sum(Map<Slice, Shift> shifts, long judged, long askedTheClock) {}

    private final Rejudgement rules;
    private final Tally.Span span;
    private final ExecutorService threads;
    private final List<Future<Tally>> months = new ArrayList<>();
    private final Map<Slice, Shift> shifts = new HashMap<>();

    Trial(Rejudgement rules, Tally.Span span, ExecutorService threads) {
        this.rules = rules;
        this.span = span;
        this.threads = threads;
    }

    @Override
    public void take(int month, Lives lives) {
        months.add(threads.submit(() -> Tally.of(rules.judged(lives), month, span)));
    }

    @Override
    public Sum finish(LifeStore.Events events) {
        long judged = 0;
        List<Tally.Left> left = new ArrayList<>();
        for (Future<Tally> month : months) {
            Tally tally = done(month);
            tally.shifts().forEach(this::add);
            judged += tally.judged();
            left.addAll(tally.left());
        }
        for (int from = 0; from < left.size(); from += TOLD_AT_ONCE) {
            askTheClock(left.subList(from, Math.min(left.size(), from + TOLD_AT_ONCE)), events);
        }
        return new Sum(shifts, judged, left.size());
    }

    private void askTheClock(List<Tally.Left> left, LifeStore.Events events) {
        Map<String, List<FeedEvent>> told =
                events.of(left.stream().map(Tally.Left::ticket).toList());
        for (Tally.Left one : left) {
            Outcome after = rules.outcome(one.ticket(), told.getOrDefault(one.ticket(), List.of()))
                    .orElse(one.before());
            add(one.slice(), Shift.of(one.before(), after));
        }
    }

    private void add(Slice slice, Shift shift) {
        shifts.merge(slice, shift, Shift::plus);
    }

    private static Tally done(Future<Tally> month) {
        try {
            return month.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while judging", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
