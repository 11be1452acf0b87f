package uk.jointdesk.gateway.quota.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts one client's requests for one purpose at one replica. It passes only what it has leased, and leases before it
 * has to: a steady caller never waits for the lender. Only a caller that has not been seen of late waits for the first
 * permit, and a burst for what it needs beyond the permits in hand; nobody is refused while the lender might still have
 * a permit.
 */
public final class Meter {

    /** After the lender failed nobody waits for it again for so long. */
    private static final Duration SULK = Duration.ofSeconds(1);

    private final QuotaKey key;
    private final Allowance allowance;
    private final Lender lender;
    private final Clock clock;
    private Share share;
    private Share ahead;
    /** What the next second will probably need; nothing until a caller has been seen for a second. */
    private long expected;

    private long taken;
    private long refused;
    private boolean takenInWindow;
    private Instant lastSeen;
    private Instant sulkUntil = Instant.MIN;

    public Meter(QuotaKey key, Allowance allowance, Lender lender, Clock clock) {
        this.key = key;
        this.allowance = allowance;
        this.lender = lender;
        this.clock = clock;
        this.lastSeen = clock.instant();
        this.share = new Share(Window.at(lastSeen, allowance.length()), allowance);
    }

    /** Answers at once if a permit is in hand or if there can be none, else when the lender has answered. */
    public void take(Consumer<Verdict> answer) {
        Instant now = clock.instant();
        List<Runnable> after = new ArrayList<>(2);
        synchronized (this) {
            lastSeen = now;
            Share current = shareAt(now);
            if (current.tryTake()) {
                taken++;
                takenInWindow = true;
                answer(after, answer, current.verdict(Verdict.Outcome.PASSED, now));
                renew(after, current);
            } else if (current.isExhausted() || current.waiting() >= allowance.limit()) {
                refused++;
                answer(after, answer, current.verdict(Verdict.Outcome.EXHAUSTED, now));
            } else if (now.isBefore(sulkUntil)) {
                answer(after, answer, current.verdict(Verdict.Outcome.UNAVAILABLE, now));
            } else {
                current.enqueue(answer);
                ask(after, current, current.waiting() + current.headroom(expected));
            }
        }
        after.forEach(Runnable::run);
    }

    /** Once a second: looks ahead, gives back what nobody needs, and asks again where others may have given back. */
    public void tick() {
        Instant now = clock.instant();
        List<Runnable> after = new ArrayList<>(2);
        synchronized (this) {
            Share current = shareAt(now);
            expected = Math.max(taken, takenInWindow ? allowance.block() : 0);
            level(after, current);
            if (takenInWindow && !current.window().contains(now.plusSeconds(2)) && ahead == null) {
                ahead = new Share(current.window().next(), allowance);
                ask(after, ahead, ahead.headroom(expected));
            }
            taken = 0;
            refused = 0;
        }
        after.forEach(Runnable::run);
    }

    /** Whether nobody has called for two whole windows. */
    public synchronized boolean isIdle() {
        return lastSeen.plus(allowance.length().multipliedBy(2)).isBefore(clock.instant());
    }

    private void level(List<Runnable> after, Share current) {
        long keep = current.headroom(expected);
        if (current.isExhausted() && refused > 0) {
            ask(after, current, Math.min(refused, allowance.block()));
        } else if (current.free() > 2 * keep && !current.isAsking()) {
            long surplus = current.putBack(keep);
            after.add(() -> lender.giveBack(key, current.window(), surplus));
        } else {
            renew(after, current);
        }
    }

    /** Ahead of need: when half of what the next second needs is gone. */
    private void renew(List<Runnable> after, Share current) {
        long keep = current.headroom(expected);
        if (current.free() < (keep + 1) / 2) {
            ask(after, current, keep - current.free());
        }
    }

    private void ask(List<Runnable> after, Share of, long wanted) {
        if (of.isAsking() || wanted <= 0) {
            return;
        }
        of.ask();
        after.add(() -> lender.lease(key, of.window(), allowance.limit(), wanted, new Order(of)));
    }

    private Share shareAt(Instant now) {
        if (!share.window().contains(now)) {
            Window window = Window.at(now, allowance.length());
            share = ahead != null && ahead.window().equals(window) ? ahead : new Share(window, allowance);
            ahead = null;
            takenInWindow = false;
        }
        return share;
    }

    private static void answer(List<Runnable> after, Consumer<Verdict> answer, Verdict verdict) {
        after.add(() -> answer.accept(verdict));
    }

    private void answerAll(List<Runnable> after, Share of, List<Consumer<Verdict>> answers, Verdict.Outcome outcome) {
        Verdict verdict = of.verdict(outcome, clock.instant());
        answers.forEach(answer -> answer(after, answer, verdict));
    }

    /** One question to the lender on behalf of a share. */
    private final class Order implements Lender.Borrower {

        private final Share of;

        private Order(Share of) {
            this.of = of;
        }

        @Override
        public void granted(Loan loan) {
            List<Runnable> after = new ArrayList<>();
            synchronized (Meter.this) {
                List<Consumer<Verdict>> served = of.receive(loan);
                taken += served.size();
                takenInWindow |= !served.isEmpty() && of.equals(share);
                answerAll(after, of, served, Verdict.Outcome.PASSED);
                if (of.isExhausted()) {
                    refused += of.waiting();
                    answerAll(after, of, of.dismiss(), Verdict.Outcome.EXHAUSTED);
                } else {
                    ask(after, of, of.waiting());
                }
            }
            after.forEach(Runnable::run);
        }

        @Override
        public void failed(Throwable cause) {
            List<Runnable> after = new ArrayList<>();
            synchronized (Meter.this) {
                sulkUntil = clock.instant().plus(SULK);
                answerAll(after, of, of.dismiss(), Verdict.Outcome.UNAVAILABLE);
            }
            after.forEach(Runnable::run);
        }
    }
}
