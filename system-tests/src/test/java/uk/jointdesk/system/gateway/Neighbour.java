package uk.jointdesk.system.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.jointdesk.system.suite.Answer;
import uk.jointdesk.system.suite.Api;

/** A council that does nothing unusual, and notes how long it waits. */
final class Neighbour {

    private static final String PATH = "/api/v1/tickets?limit=10";
    private static final long PAUSE_MILLIS = 20;

    private final Api.Caller caller;
    private final String url;
    private final AtomicBoolean enough = new AtomicBoolean();

    Neighbour(Api.Caller caller, URI door) {
        this.caller = caller;
        this.url = door.resolve(PATH).toString();
    }

    /** What became of its calls. */
    record Served(long[] sortedNanos, List<String> errors) {

        Duration p99() {
            int rank = (sortedNanos.length * 99 + 99) / 100;
            return Duration.ofNanos(sortedNanos[Math.max(0, rank - 1)]);
        }

        int calls() {
            return sortedNanos.length;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d calls, p99 %d ms, %d errors", calls(), p99().toMillis(), errors.size());
        }
    }

    Served calls(int many) {
        List<Long> nanos = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        while (nanos.size() < many) {
            call(nanos, errors);
        }
        return served(nanos, errors);
    }

    /** Calls until it is told that it is enough. */
    CompletableFuture<Served> goesOn() {
        return CompletableFuture.supplyAsync(() -> {
            List<Long> nanos = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            while (!enough.get()) {
                call(nanos, errors);
            }
            return served(nanos, errors);
        });
    }

    void enough() {
        enough.set(true);
    }

    private void call(List<Long> nanos, List<String> errors) {
        long began = System.nanoTime();
        try {
            Answer answer = caller.direct(url);
            if (answer.status() != 200) {
                errors.add(answer.toString());
            }
        } catch (RuntimeException broken) {
            errors.add(broken.toString());
        }
        nanos.add(System.nanoTime() - began);
        pause();
    }

    private static Served served(List<Long> nanos, List<String> errors) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Served(sorted, errors);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
