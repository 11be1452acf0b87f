package uk.jointdesk.system.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Slow callers of three kinds, all moved by one thread, a byte each second. */
final class SlowCrowd implements AutoCloseable {

    private final List<SlowCaller> heads = new ArrayList<>();
    private final List<SlowCaller> bodies = new ArrayList<>();
    private final List<SlowCaller> hearers = new ArrayList<>();
    private final ScheduledExecutorService mover = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param callers six in ten of them never end their headers, three their body, and one hardly reads
     * @param writer token of those who write
     * @param reader token of those who read
     */
    SlowCrowd(URI door, int callers, String writer, String reader, String path) throws IOException {
        for (int caller = 0; caller < callers; caller++) {
            if (caller % 10 < 6) {
                heads.add(SlowCaller.withSlowHead(door));
            } else if (caller % 10 < 9) {
                bodies.add(SlowCaller.withSlowBody(door, writer));
            } else {
                hearers.add(SlowCaller.hearingSlowly(door, reader, path));
            }
        }
        mover.scheduleWithFixedDelay(this::move, 0, 1, TimeUnit.SECONDS);
    }

    private synchronized void move() {
        all().forEach(SlowCaller::move);
    }

    private Stream<SlowCaller> all() {
        return Stream.of(heads, bodies, hearers).flatMap(Collection::stream);
    }

    synchronized long there() {
        return all().filter(SlowCaller::isThere).count();
    }

    /** Whether everybody who was to be cut off has been. */
    synchronized boolean isCutOff() {
        return Stream.of(heads, bodies).flatMap(Collection::stream).noneMatch(SlowCaller::isThere);
    }

    synchronized List<Integer> toldOfHeads() {
        return heads.stream().map(SlowCaller::status).toList();
    }

    synchronized List<Integer> toldOfBodies() {
        return bodies.stream().map(SlowCaller::status).toList();
    }

    synchronized List<Integer> toldToHearers() {
        return hearers.stream().map(SlowCaller::status).toList();
    }

    @Override
    public synchronized void close() {
        mover.shutdownNow();
        all().forEach(SlowCaller::end);
    }
}
