package uk.jointdesk.incident.majorincident.domain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two tickets are about the same thing: they have one category or one catalogue item, or at least half of the
 * telling words of both titles are common to them. Words that every outage has ("down", "not", "working") tell nothing.
 */
final class Likeness {

    private static final int SHORTEST = 3;
    private static final Set<String> NOT_TELLING = Set.of(
            "and",
            "are",
            "but",
            "cannot",
            "can",
            "down",
            "error",
            "failed",
            "failing",
            "fault",
            "for",
            "from",
            "has",
            "have",
            "issue",
            "issues",
            "not",
            "offline",
            "our",
            "outage",
            "problem",
            "problems",
            "slow",
            "the",
            "unable",
            "unavailable",
            "users",
            "very",
            "was",
            "with",
            "work",
            "working");

    private final SeriousTicket ticket;
    private final Set<String> words;

    Likeness(SeriousTicket ticket) {
        this.ticket = ticket;
        this.words = words(ticket.title());
    }

    SeriousTicket ticket() {
        return ticket;
    }

    boolean to(Likeness other) {
        return same(ticket.category(), other.ticket.category())
                || same(ticket.catalogueItem(), other.ticket.catalogueItem())
                || halfOf(words, other.words);
    }

    private static boolean same(String one, String other) {
        return one != null && other != null && one.strip().equalsIgnoreCase(other.strip());
    }

    private static boolean halfOf(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        int together = one.size() + other.size() - common.size();
        return !common.isEmpty() && 2 * common.size() >= together;
    }

    private static Set<String> words(String title) {
        if (title == null) {
            return Set.of();
        }
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST && !NOT_TELLING.contains(word))
                .collect(Collectors.toSet());
    }
}
