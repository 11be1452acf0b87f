package uk.jointdesk.kpi.whatif.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import uk.jointdesk.kpi.breakdown.domain.Slice;
import uk.jointdesk.kpi.compliance.domain.Outcome;
import uk.jointdesk.kpi.feed.domain.bulk.Life;
import uk.jointdesk.kpi.feed.domain.bulk.Rejudgement;
import uk.jointdesk.kpi.whatif.domain.Shift;
import uk.jointdesk.kpi.whatif.store.LifeStore;

/**
 * Cuts the stream of lives into chunks that several threads judge, and adds up what they find. At most a few chunks are
 * in memory, however many tickets there are.
 */
final class Chunks implements LifeStore.Reader<Chunks.Sum> {

    private static final int SIZE = 8_192;

    /** What all the chunks came to. */
    record Sum(Map<Slice, Shift> shifts, long judged, long askedTheClock) {}

    /** What one chunk came to, and the lives that are left to the clock. */
    private record Part(Map<Slice, Shift> shifts, List<Life> left) {}

    private final Rejudgement rules;
    private final LifeStore.Events events;
    private final ExecutorService threads;
    private final int most;
    private final Map<Slice, Shift> shifts = new HashMap<>();
    private final java.util.ArrayDeque<Future<Part>> running = new java.util.ArrayDeque<>();
    private List<Life> chunk = new ArrayList<>(SIZE);
    private long judged;
    private long asked;

    /** @param most how many chunks may be in the making at a time */
    Chunks(Rejudgement rules, LifeStore.Events events, ExecutorService threads, int most) {
        this.rules = rules;
        this.events = events;
        this.threads = threads;
        this.most = most;
    }

    @Override
    public void take(Life life) {
        chunk.add(life);
        if (chunk.size() == SIZE) {
            submit();
        }
    }

    @Override
    public Sum finish() {
        submit();
        while (!running.isEmpty()) {
            collect();
        }
        return new Sum(shifts, judged, asked);
    }

    private void submit() {
        List<Life> lives = chunk;
        chunk = new ArrayList<>(SIZE);
        judged += lives.size();
        running.add(threads.submit(() -> judge(lives)));
        if (running.size() >= most) {
            collect();
        }
    }

    private Part judge(List<Life> lives) {
        Map<Slice, Shift> part = new HashMap<>();
        List<Life> left = new ArrayList<>();
        List<Optional<Outcome>> outcomes = rules.outcomes(lives);
        for (int i = 0; i < lives.size(); i++) {
            Life life = lives.get(i);
            outcomes.get(i).ifPresentOrElse(after -> add(part, life, after), () -> left.add(life));
        }
        return new Part(part, left);
    }

    /** Waits for the oldest chunk; its events are read here, on the thread that owns the transaction. */
    private void collect() {
        Part part = done(running.remove());
        part.shifts.forEach((slice, shift) -> shifts.merge(slice, shift, Shift::plus));
        asked += part.left.size();
        var told = part.left.isEmpty()
                ? Map.<String, List<uk.jointdesk.kpi.feed.domain.FeedEvent>>of()
                : events.of(part.left.stream().map(Life::ticket).toList());
        for (Life life : part.left) {
            Outcome after =
                    rules.outcome(life.ticket(), told.get(life.ticket())).orElseThrow();
            add(shifts, life, after);
        }
    }

    private static void add(Map<Slice, Shift> shifts, Life life, Outcome after) {
        Slice slice = new Slice(
                life.terms().partner(), life.terms().priority(), life.terms().type(), null, life.month());
        shifts.merge(slice, Shift.of(life.outcome(), after), Shift::plus);
    }

    private static Part done(Future<Part> part) {
        try {
            return part.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while judging", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
