package uk.jointdesk.gateway.quota.domain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Lends as the table does, but answers only when told to. */
final class SlowLender implements Lender {

    private final Map<Window, Long> leased = new HashMap<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private boolean down;
    private int asked;

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    int asked() {
        return asked;
    }

    long leased(Window window) {
        return leased.getOrDefault(window, 0L);
    }

    /** Answers everything that was asked, and what is asked on hearing that. */
    void answer() {
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
    }

    @Override
    public void lease(QuotaKey key, Window window, long limit, long wanted, Borrower borrower) {
        asked++;
        if (down) {
            answers.add(() -> borrower.failed(new IllegalStateException("down")));
            return;
        }
        long granted = Math.max(0, Math.min(wanted, limit - leased(window)));
        leased.merge(window, granted, Long::sum);
        long out = leased(window);
        answers.add(() -> borrower.granted(new Loan(granted, out)));
    }

    @Override
    public void giveBack(QuotaKey key, Window window, long permits) {
        leased.merge(window, -permits, Long::sum);
    }
}
