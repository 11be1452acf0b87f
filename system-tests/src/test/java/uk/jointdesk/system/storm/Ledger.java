package uk.jointdesk.system.storm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the writers of a storm were told that they had done. The service must be able to account for all of it. */
final class Ledger {

    /** So few of the latest tickets that the writers get into each other's way. */
    private static final int CROWD = 20;

    private final long planned;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final List<String> references = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> changes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> notes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();

    Ledger(long planned) {
        this.planned = planned;
    }

    /** Whether one more write is to be made; whoever is told so must make it. */
    boolean oneMore() {
        return begun.incrementAndGet() <= planned;
    }

    void opened(String reference) {
        references.add(reference);
        done.incrementAndGet();
    }

    void changed(String reference) {
        count(changes, reference);
        done.incrementAndGet();
    }

    void noted(String reference) {
        count(notes, reference);
        done.incrementAndGet();
    }

    void refused(String what) {
        count(refusals, what);
    }

    long done() {
        return done.get();
    }

    /** In the order in which their writers learned of them, each as often as it was given out. */
    List<String> references() {
        synchronized (references) {
            return List.copyOf(references);
        }
    }

    /** A ticket of the storm, half the time one of the latest, where writers meet; null while there is none. */
    String any(Random chance) {
        synchronized (references) {
            int size = references.size();
            if (size == 0) {
                return null;
            }
            int among = chance.nextBoolean() ? Math.min(size, CROWD) : size;
            return references.get(size - 1 - chance.nextInt(among));
        }
    }

    int changesOf(String reference) {
        return counted(changes, reference);
    }

    int notesOf(String reference) {
        return counted(notes, reference);
    }

    Map<String, AtomicInteger> refusals() {
        return refusals;
    }

    private static void count(Map<String, AtomicInteger> counts, String key) {
        counts.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
    }

    private static int counted(Map<String, AtomicInteger> counts, String key) {
        AtomicInteger count = counts.get(key);
        return count == null ? 0 : count.get();
    }
}
