package uk.jointdesk.gateway.quota.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** One replica's part of one window: the permits in hand and who waits for more. Its meter guards it. */
final class Share {

    private final Window window;
    private final Allowance allowance;
    private final Deque<Consumer<Verdict>> waiting = new ArrayDeque<>();
    private long free;
    private long leased;
    private boolean asking;
    private boolean exhausted;

    Share(Window window, Allowance allowance) {
        this.window = window;
        this.allowance = allowance;
    }

    Window window() {
        return window;
    }

    long free() {
        return free;
    }

    int waiting() {
        return waiting.size();
    }

    boolean isAsking() {
        return asking;
    }

    boolean isExhausted() {
        return exhausted;
    }

    boolean tryTake() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    void enqueue(Consumer<Verdict> answer) {
        waiting.add(answer);
    }

    void ask() {
        asking = true;
    }

    /** What to keep in hand for the next second: less and less as the window runs dry, so that others find the rest. */
    long headroom(long expected) {
        return Math.max(0, Math.min(expected, (allowance.limit() - leased) / 4));
    }

    /** Takes what is not needed out of hand. */
    long putBack(long keep) {
        long surplus = free - keep;
        free = keep;
        leased -= surplus;
        return surplus;
    }

    /** Those who may pass now, in the order in which they came. */
    List<Consumer<Verdict>> receive(Loan loan) {
        asking = false;
        free += loan.granted();
        leased = loan.leased();
        exhausted = leased >= allowance.limit() && free < waiting.size();
        List<Consumer<Verdict>> served = new ArrayList<>();
        while (free > 0 && !waiting.isEmpty()) {
            free--;
            served.add(waiting.remove());
        }
        return served;
    }

    /** Everybody who still waits, to be told that there is nothing. */
    List<Consumer<Verdict>> dismiss() {
        asking = false;
        List<Consumer<Verdict>> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    Verdict verdict(Verdict.Outcome outcome, Instant now) {
        long remaining = Math.max(0, allowance.limit() - leased + free);
        return new Verdict(outcome, allowance, remaining, window.secondsLeft(now));
    }
}
