package uk.jointdesk.system.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many small checks, a few at a time, and everything that is wrong in one list. */
public final class Together {

    /** Enough to keep two cores busy. */
    private static final int AT_ONCE = 4;

    private Together() {}

    /** What the checks found wrong, in their order; each says one thing or nothing. */
    public static List<String> wrong(Collection<? extends Callable<Optional<String>>> checks) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> wrong = new ArrayList<>();
            for (Future<Optional<String>> check : threads.invokeAll(checks)) {
                check.get().ifPresent(wrong::add);
            }
            return wrong;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a check could not be made", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
